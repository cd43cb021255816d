package dev.auditlog.record;

import dev.auditlog.store.TestDatabases;
import javax.sql.DataSource;

class H2RecorderTest extends RecorderContract {

    @Override
    DataSource fresh() {
        return TestDatabases.h2();
    }
}

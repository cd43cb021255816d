package dev.auditlog.record;

import dev.auditlog.store.TestDatabases;
import javax.sql.DataSource;

class DerbyRecorderTest extends RecorderContract {

    @Override
    DataSource fresh() {
        return TestDatabases.derby();
    }
}

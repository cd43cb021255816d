package dev.auditlog.query;

import dev.auditlog.store.TestDatabases;
import javax.sql.DataSource;

class H2RollUpTest extends RollUpContract {

    @Override
    DataSource fresh() {
        return TestDatabases.h2();
    }
}

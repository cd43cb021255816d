package dev.auditlog.query;

import dev.auditlog.store.TestDatabases;
import javax.sql.DataSource;

class H2CountTest extends CountContract {

    @Override
    DataSource fresh() {
        return TestDatabases.h2();
    }
}

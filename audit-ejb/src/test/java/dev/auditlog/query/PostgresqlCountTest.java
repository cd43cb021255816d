package dev.auditlog.query;

import dev.auditlog.store.TestDatabases;
import javax.sql.DataSource;

class PostgresqlCountTest extends CountContract {

    @Override
    DataSource fresh() {
        return TestDatabases.postgresql();
    }
}

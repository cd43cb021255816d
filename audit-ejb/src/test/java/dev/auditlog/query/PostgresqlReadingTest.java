package dev.auditlog.query;

import dev.auditlog.store.TestDatabases;
import javax.sql.DataSource;

class PostgresqlReadingTest extends ReadingContract {

    @Override
    DataSource fresh() {
        return TestDatabases.postgresql();
    }
}

package dev.auditlog.query;

import dev.auditlog.store.TestDatabases;
import javax.sql.DataSource;

class PostgresqlQueryTest extends QueryContract {

    @Override
    DataSource fresh() {
        return TestDatabases.postgresql();
    }
}

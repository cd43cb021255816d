package dev.auditlog.store;

import javax.sql.DataSource;

class PostgresqlOutboxTest extends OutboxContract {

    @Override
    DataSource fresh() {
        return TestDatabases.postgresql();
    }

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}

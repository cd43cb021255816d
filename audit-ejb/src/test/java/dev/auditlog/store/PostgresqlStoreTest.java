package dev.auditlog.store;

import javax.sql.DataSource;

class PostgresqlStoreTest extends StoreContract {

    @Override
    DataSource fresh() {
        return TestDatabases.postgresql();
    }

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}

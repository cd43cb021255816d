package dev.auditlog.store;

import javax.sql.DataSource;

class H2StoreTest extends StoreContract {

    @Override
    DataSource fresh() {
        return TestDatabases.h2();
    }

    @Override
    Dialect dialect() {
        return Dialect.H2;
    }
}

package dev.auditlog.store;

import javax.sql.DataSource;

class H2OutboxTest extends OutboxContract {

    @Override
    DataSource fresh() {
        return TestDatabases.h2();
    }

    @Override
    Dialect dialect() {
        return Dialect.H2;
    }
}

package dev.auditlog.store;

import javax.sql.DataSource;

class DerbyOutboxTest extends OutboxContract {

    @Override
    DataSource fresh() {
        return TestDatabases.derby();
    }

    @Override
    Dialect dialect() {
        return Dialect.DERBY;
    }
}

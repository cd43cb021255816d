package dev.auditlog.store;

import javax.sql.DataSource;

class DerbyStoreTest extends StoreContract {

    @Override
    DataSource fresh() {
        return TestDatabases.derby();
    }

    @Override
    Dialect dialect() {
        return Dialect.DERBY;
    }
}

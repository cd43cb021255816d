package dev.auditlog.account;

import dev.auditlog.store.TestDatabases;
import javax.sql.DataSource;

class DerbyAccountsTest extends AccountsContract {

    @Override
    DataSource fresh() {
        return TestDatabases.derby();
    }
}

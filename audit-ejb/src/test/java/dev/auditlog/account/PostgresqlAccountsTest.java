package dev.auditlog.account;

import dev.auditlog.store.TestDatabases;
import javax.sql.DataSource;

class PostgresqlAccountsTest extends AccountsContract {

    @Override
    DataSource fresh() {
        return TestDatabases.postgresql();
    }
}

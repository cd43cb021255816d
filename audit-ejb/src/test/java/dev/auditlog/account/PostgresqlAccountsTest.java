package dev.auditlog.account;

import dev.auditlog.store.PostgresqlRoles;
import javax.sql.DataSource;

class PostgresqlAccountsTest extends AccountsContract {

    @Override
    DataSource fresh() {
        return PostgresqlRoles.schemaFor("audit_console");
    }
}

package dev.auditlog.query;

import dev.auditlog.store.TestDatabases;
import javax.sql.DataSource;

class DerbyCountTest extends CountContract {

    @Override
    DataSource fresh() {
        return TestDatabases.derby();
    }
}

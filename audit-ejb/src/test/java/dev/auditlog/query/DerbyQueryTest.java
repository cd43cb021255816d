package dev.auditlog.query;

import dev.auditlog.store.TestDatabases;
import javax.sql.DataSource;

class DerbyQueryTest extends QueryContract {

    @Override
    DataSource fresh() {
        return TestDatabases.derby();
    }
}

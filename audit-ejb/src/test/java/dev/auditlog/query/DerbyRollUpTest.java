package dev.auditlog.query;

import dev.auditlog.store.TestDatabases;
import javax.sql.DataSource;

class DerbyRollUpTest extends RollUpContract {

    @Override
    DataSource fresh() {
        return TestDatabases.derby();
    }
}

package dev.auditlog.query;

import dev.auditlog.store.TestDatabases;
import javax.sql.DataSource;

class PostgresqlRollUpTest extends RollUpContract {

    @Override
    DataSource fresh() {
        return TestDatabases.postgresql();
    }
}

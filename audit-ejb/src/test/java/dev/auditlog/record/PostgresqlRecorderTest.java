package dev.auditlog.record;

import dev.auditlog.store.TestDatabases;
import javax.sql.DataSource;

class PostgresqlRecorderTest extends RecorderContract {

    @Override
    DataSource fresh() {
        return TestDatabases.postgresql();
    }
}

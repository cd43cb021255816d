package dev.auditlog.query;

import dev.auditlog.store.TestDatabases;
import javax.sql.DataSource;

class PostgresqlTimeQualifierTest extends TimeQualifierContract {

    @Override
    DataSource fresh() {
        return TestDatabases.postgresql();
    }
}

package dev.auditlog.query;

import dev.auditlog.store.TestDatabases;
import javax.sql.DataSource;

class PostgresqlQueryTest extends QueryContract {

    @Override
    DataSource fresh() {
        return TestDatabases.postgresql();
    }

    @Override
    String lock() {
        return "lock table audit_event in access exclusive mode";
    }
}

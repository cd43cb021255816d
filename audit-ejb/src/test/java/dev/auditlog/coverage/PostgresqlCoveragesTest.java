package dev.auditlog.coverage;

import dev.auditlog.store.TestDatabases;
import javax.sql.DataSource;

class PostgresqlCoveragesTest extends CoveragesContract {

    @Override
    DataSource fresh() {
        return TestDatabases.postgresql();
    }
}

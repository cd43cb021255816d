package dev.auditlog.coverage;

import dev.auditlog.store.TestDatabases;
import javax.sql.DataSource;

class H2CoveragesTest extends CoveragesContract {

    @Override
    DataSource fresh() {
        return TestDatabases.h2();
    }
}

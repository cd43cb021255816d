package dev.auditlog.query;

import dev.auditlog.store.TestDatabases;
import javax.sql.DataSource;

class DerbyReadingTest extends ReadingContract {

    @Override
    DataSource fresh() {
        return TestDatabases.derby();
    }
}

package dev.auditlog.query;

import dev.auditlog.store.TestDatabases;
import javax.sql.DataSource;

class DerbyTimeQualifierTest extends TimeQualifierContract {

    @Override
    DataSource fresh() {
        return TestDatabases.derby();
    }
}

package dev.auditlog.view;

import dev.auditlog.store.TestDatabases;
import javax.sql.DataSource;

class DerbyViewsTest extends ViewsContract {

    @Override
    DataSource fresh() {
        return TestDatabases.derby();
    }
}

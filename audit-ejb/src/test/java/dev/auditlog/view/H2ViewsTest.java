package dev.auditlog.view;

import dev.auditlog.store.TestDatabases;
import javax.sql.DataSource;

class H2ViewsTest extends ViewsContract {

    @Override
    DataSource fresh() {
        return TestDatabases.h2();
    }
}

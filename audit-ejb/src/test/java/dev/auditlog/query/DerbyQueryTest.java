package dev.auditlog.query;

import dev.auditlog.store.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Derby gives up waiting for a lock by a setting of its own, a minute by default; a running query by the time limit. */
class DerbyQueryTest extends QueryContract {

    @Override
    DataSource fresh() {
        DataSource fresh = TestDatabases.derby();
        try (Connection connection = fresh.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("call syscs_util.syscs_set_database_property('derby.locks.waitTimeout', '1')");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return fresh;
    }

    @Override
    String lock() {
        return "lock table audit_event in exclusive mode";
    }
}

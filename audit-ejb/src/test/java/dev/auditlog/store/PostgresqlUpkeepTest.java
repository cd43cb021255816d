package dev.auditlog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** When what weakens the guarantees is looked at again, by a clock of the test's. */
class PostgresqlUpkeepTest {

    private final DataSource asUser = PostgresqlRoles.schemaFor("audit_recorder");
    private final AtomicLong nanos =
            new AtomicLong(Long.MAX_VALUE - Duration.ofHours(1).toNanos()); // it may overflow
    private final Upkeep upkeep = new Upkeep(asUser, Dialect.POSTGRESQL, nanos::get);

    @Test
    void rights_thatTheOperatorTookAway_areSeenAMinuteLater() throws SQLException {
        String table = schema() + ".audit_event";
        TestDatabases.asSuperuser("grant update on " + table + " to audit_recorder");
        assertTrue(upkeep.lookIfDue());
        assertEquals(List.of("AUD-0416"), codes());
        TestDatabases.asSuperuser("revoke update on " + table + " from audit_recorder");
        assertFalse(after(Duration.ofSeconds(59)));
        assertTrue(after(Duration.ofSeconds(1)));
        assertEquals(List.of(), codes());
    }

    @Test
    void function_thatTheOperatorGranted_isCalledAMinuteLater() throws SQLException {
        String function = schema() + ".audit_partitions(integer, bigint)";
        TestDatabases.asSuperuser("revoke execute on function " + function + " from audit_recorder");
        assertTrue(upkeep.lookIfDue());
        assertEquals(List.of("AUD-0417"), codes());
        TestDatabases.asSuperuser("grant execute on function " + function + " to audit_recorder");
        assertTrue(after(Duration.ofMinutes(1)));
        assertEquals(List.of(), codes());
    }

    @Test
    void partitions_thatOthersLock_areTriedTenMinutesLater() throws SQLException {
        String schema = schema();
        TestDatabases.asSuperuser("drop table " + schema + ".audit_event_"
                + YearMonth.now(ZoneOffset.UTC).plusMonths(3).toString().replace("-", ""));
        try (Connection other = TestDatabases.postgresql(schema, "postgres").getConnection();
                Statement sql = other.createStatement()) {
            other.setAutoCommit(false);
            sql.execute("lock table audit_event_default in access share mode");
            assertTrue(upkeep.lookIfDue());
            assertEquals(List.of("AUD-0418"), codes());
        }
        assertTrue(after(Duration.ofMinutes(1)));
        assertEquals(List.of("AUD-0418"), codes());
        assertTrue(after(Duration.ofMinutes(9)));
        assertEquals(List.of(), codes());
    }

    private boolean after(Duration passed) {
        nanos.addAndGet(passed.toNanos());
        return upkeep.lookIfDue();
    }

    /** Without that of the tests' server, which runs without fsync: it keeps the minutes going. */
    private List<String> codes() {
        return upkeep.concerns().stream()
                .map(said -> said.substring(0, "AUD-0000".length()))
                .filter(code -> !code.equals("AUD-0412"))
                .toList();
    }

    private String schema() throws SQLException {
        try (Connection connection = asUser.getConnection()) {
            return connection.getSchema();
        }
    }
}

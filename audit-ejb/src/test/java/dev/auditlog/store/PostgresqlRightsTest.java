package dev.auditlog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the user of an application may do, and what is said about one who may do more. */
class PostgresqlRightsTest {

    private final String schema = TestDatabases.newName();
    private final String owner = "o" + schema;
    private final String user = "u" + schema;
    private final DataSource asOwner = TestDatabases.postgresql(schema, owner);
    private final DataSource asUser = TestDatabases.postgresql(schema, user);

    @BeforeEach
    void applySchemaAndRolesAsOwner() {
        TestDatabases.asSuperuser(
                "create user " + owner + " createrole",
                "create schema " + schema + " authorization " + owner,
                "create user " + user);
        PostgresqlRoles.apply(asOwner);
        TestDatabases.asSuperuser("grant audit_recorder to " + user);
    }

    @AfterEach
    void dropAll() {
        TestDatabases.asSuperuser(
                "drop schema " + schema + " cascade",
                "drop owned by " + owner + " cascade",
                "drop owned by " + user,
                "drop role " + user);
    }

    @Test
    void user_ofTheRole_connectsAndRaisesNoConcern() {
        assertEquals(List.of(), concerns(asUser));
    }

    @Test
    void user_ofTheRole_cannotChangeOrDeleteEvents() throws SQLException {
        for (String refused : List.of(
                "update audit_event set outcome = 'SUCCESS'",
                "delete from audit_event",
                "truncate audit_event",
                "delete from audit_event_default",
                "insert into audit_event_default select * from audit_event",
                "drop table audit_event_default",
                "alter table audit_event disable trigger all",
                "create table t (a integer)",
                "update audit_schema set min_writer = 0",
                "delete from audit_chain",
                "select * from audit_account")) {
            SQLException thrown = assertThrows(SQLException.class, () -> execute(asUser, refused), refused);
            assertEquals("42501", thrown.getSQLState(), refused);
        }
    }

    @Test
    void user_ofTheRole_getsMonthsMade() throws SQLException {
        String last = text(
                asOwner,
                "select max(relid::regclass::text) from pg_partition_tree('audit_event')"
                        + " where relid::regclass::text <> 'audit_event_default'");
        execute(asOwner, "drop table " + last);
        assertEquals(List.of(), concerns(asUser));
        assertEquals(
                owner,
                text(asUser, "select relowner::regrole::text from pg_class where oid = '" + last + "'::regclass"));
    }

    @Test
    void function_calledWithTablesInTheWay_meansItsOwnSchema() throws SQLException {
        try (Connection connection = asUser.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("create temporary table audit_event_default (id text, chain text, seq bigint)");
            sql.execute("set search_path = pg_temp, public");
            sql.execute("select " + schema + ".audit_partitions(12, 10)");
        }
        assertEquals(
                "14", text(asOwner, "select count(*)::text from pg_partition_tree('audit_event') where level = 1"));
    }

    @Test
    void user_whoMayNotCallTheFunction_isToldTheGrant() throws SQLException {
        execute(asOwner, "revoke execute on function audit_partitions(integer, bigint) from audit_recorder");
        String said = concerns(asUser).get(0);
        assertTrue(
                said.startsWith("AUD-0417 ")
                        && said.contains("grant execute on function " + schema
                                + ".audit_partitions(integer, bigint) to \"" + user + '"'),
                said);
        asOwnerInPsql(said.substring(said.indexOf("grant"), said.indexOf(';', said.indexOf("grant"))));
        assertEquals(List.of(), concerns(asUser));
    }

    @Test
    void owner_isToldToUseTheRole() {
        String said = concerns(asOwner).get(0);
        assertTrue(
                said.startsWith("AUD-0415 The audit database's user \"" + owner + "\" owns audit_event,")
                        && said.contains("create user audit_app login password '...' in role audit_recorder;"),
                said);
    }

    @Test
    void superuser_isToldToUseTheRole() {
        String said = concerns(TestDatabases.postgresql(schema, "postgres")).get(0);
        assertTrue(said.startsWith("AUD-0415 The audit database's user \"postgres\" is a superuser,"), said);
    }

    @Test
    void user_whoMayBecomeTheOwner_isToldToUseTheRole() {
        TestDatabases.asSuperuser("grant " + owner + " to " + user);
        assertTrue(concerns(asUser).get(0).startsWith("AUD-0415 "));
    }

    @Test
    void rights_granted_areNamedWithTheStatementsThatTakeThem() throws SQLException {
        execute(asOwner, "grant delete on audit_event to " + user);
        execute(asOwner, "grant update (outcome) on audit_event to audit_recorder");
        execute(asOwner, "grant truncate on audit_event_default to public");
        String said = concerns(asUser).get(0);
        assertTrue(said.startsWith("AUD-0416 The audit database's user \"" + user + "\" was granted"), said);
        for (String statement :
                said.substring(said.indexOf("revoke"), said.length() - 1).split("; ")) {
            asOwnerInPsql(statement);
        }
        assertEquals(List.of(), concerns(asUser));
    }

    @Test
    void right_toWriteAllData_isNamed() {
        TestDatabases.asSuperuser("grant pg_write_all_data to " + user);
        String said = concerns(asUser).get(0);
        assertTrue(
                said.startsWith("AUD-0416 ") && said.endsWith("Mend it: revoke pg_write_all_data from " + user + ';'),
                said);
    }

    @Test
    void tables_inASchemaWithANameToBeQuoted_areNamedSo() throws SQLException {
        String quoted = "\"order\"";
        TestDatabases.asSuperuser("alter schema " + schema + " rename to " + quoted);
        try {
            DataSource in = TestDatabases.postgresql("order", user);
            TestDatabases.asSuperuser(
                    "alter function " + quoted + ".audit_partitions(integer, bigint) set search_path = " + quoted);
            TestDatabases.asSuperuser("grant update on " + quoted + ".audit_event to " + user);
            String said = concerns(in).get(0);
            assertTrue(said.endsWith(" Mend it: revoke update on " + quoted + ".audit_event from " + user + ';'), said);
        } finally {
            TestDatabases.asSuperuser("alter schema " + quoted + " rename to " + schema);
        }
    }

    @Test
    void roles_runAgain_takeBackWhatWasGranted() throws SQLException {
        execute(asOwner, "grant update on audit_event to audit_recorder");
        PostgresqlRoles.runRoles(asOwner);
        assertEquals(List.of(), concerns(asUser));
    }

    private static List<String> concerns(DataSource dataSource) {
        AuditDatabase database = AuditDatabase.open(dataSource, new AuditDatabase.Options(true, Duration.ofSeconds(9)));
        database.connect();
        database.probe();
        List<String> concerns = database.concerns();
        database.close();
        return concerns.stream()
                .filter(c -> !c.startsWith("AUD-0412 "))
                .toList(); // the tests' server runs without fsync
    }

    /** In a session of the owner that looks in no schema of ours, as psql's does. */
    private void asOwnerInPsql(String statement) throws SQLException {
        execute(TestDatabases.postgresql("public", owner), statement);
    }

    private static void execute(DataSource dataSource, String text) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(text);
        }
    }

    private static String text(DataSource dataSource, String text) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(text)) {
            row.next();
            return row.getString(1);
        }
    }
}

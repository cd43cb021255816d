package dev.auditlog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.AuditException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a user who may not make tables is told, where there are none, or not all. */
class PostgresqlSchemaTest {

    private static final String AS_OWNER = ", then db/postgresql/roles.sql of the audit-ejb jar as the schema's owner"
            + " (docs/postgresql.md, Two kinds of users).";

    private final String schema = TestDatabases.newName();
    private final String user = "u" + schema;

    @BeforeEach
    void createUser() {
        TestDatabases.asSuperuser(
                "create user " + user, "create schema " + schema, "grant usage on schema " + schema + " to " + user);
    }

    @AfterEach
    void dropAll() {
        TestDatabases.asSuperuser("drop schema " + schema + " cascade", "drop role " + user);
    }

    @Test
    void schema_emptyAndNotOurs_isRefusedWithAllFilesInOrder() {
        String said = refusal(TestDatabases.postgresql(schema, user), true);
        assertTrue(
                said.startsWith("AUD-0406 db/postgresql/V0000__schema.sql of the audit-ejb jar cannot be applied:"
                        + " SQLSTATE 42501. Run " + files(0) + AS_OWNER),
                said);
        assertTrue(said.contains("looked for in the schema " + schema + " (search_path = " + schema + ")"), said);
    }

    @Test
    void schema_ofAnOlderRelease_isRefusedWithTheNewerFiles() throws Exception {
        new Schema(TestDatabases.postgresql(schema, "postgres"), Dialect.POSTGRESQL, 8).ensure(true);
        TestDatabases.asSuperuser(
                "grant select on " + schema + ".audit_schema to " + user,
                "grant update (applied_us) on " + schema + ".audit_schema to " + user);
        String said = refusal(TestDatabases.postgresql(schema, user), true);
        assertTrue(
                said.startsWith("AUD-0406 db/postgresql/V0009__sighting.sql of the audit-ejb jar cannot be applied:"
                        + " SQLSTATE 42501. Run " + files(9) + AS_OWNER),
                said);
    }

    @Test
    void schema_thatIsNotInTheSearchPath_isRefusedWithWhereItLooked() {
        String said = refusal(TestDatabases.postgresql("nowhere", user), true);
        assertTrue(said.startsWith("AUD-0406 db/postgresql/V0000__schema.sql "), said);
        assertTrue(
                said.contains("looked for in no schema, as none is there, or open to this user (search_path = nowhere);"
                        + " if they are in another one, correct currentSchema in the datasource's URL, or behind"
                        + " PgBouncer the search_path of the user"),
                said);
    }

    @Test
    void schema_notToBeApplied_isRefusedWithWhereItLooked() {
        String said = refusal(TestDatabases.postgresql(schema, user), false);
        assertTrue(
                said.startsWith("AUD-0405 The audit schema has version none and audit.schema.apply is false. Run "
                        + files(0) + AS_OWNER),
                said);
        assertTrue(said.contains("looked for in the schema " + schema + ' '), said);
    }

    private static String files(int first) {
        List<String> missing = Schema.FILES.subList(first, Schema.FILES.size());
        return missing.stream().map("db/postgresql/"::concat).collect(Collectors.joining(", then "));
    }

    private static String refusal(DataSource dataSource, boolean apply) {
        try (AuditDatabase database =
                AuditDatabase.open(dataSource, new AuditDatabase.Options(apply, Duration.ofSeconds(9)))) {
            AuditException thrown = assertThrows(AuditException.class, database::connect);
            assertEquals(thrown.code(), thrown.getMessage().substring(0, "AUD-0000".length()));
            return thrown.getMessage();
        }
    }
}

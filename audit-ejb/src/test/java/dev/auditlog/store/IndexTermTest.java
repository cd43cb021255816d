package dev.auditlog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A query finds by the index only if it says the very words that the index is on. */
class IndexTermTest {

    private static String withoutSpace(String sql) {
        return sql.replaceAll("\\s+", "");
    }

    @Test
    void all_theSchemasIndex_isOnTheSameWords() throws IOException {
        try (InputStream schema = IndexTerm.class.getResourceAsStream("/db/postgresql/V0001__event.sql")) {
            String sql = withoutSpace(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
            assertTrue(sql.contains("usinggin(" + withoutSpace(IndexTerm.ALL) + ");"), sql);
        }
    }

    @Test
    void all_aQueryByOneOfThem_isAnsweredByTheIndex() throws SQLException {
        DataSource source = TestDatabases.postgresql();
        AuditDatabase database = AuditDatabase.open(source, AuditDatabase.Options.defaults());
        database.probe();
        try (Connection connection = source.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("set enable_seqscan = off");
            String plan = plan(
                    sql,
                    "select id from audit_event_default where " + IndexTerm.ALL + " @> array[" + IndexTerm.HASH
                            + "'sales'" + IndexTerm.ACTOR_GROUP.hashEnd() + "]");
            assertTrue(plan.contains("Bitmap Index Scan on audit_event_default_array_idx"), plan);
        } finally {
            database.close();
        }
    }

    private static String plan(Statement sql, String query) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet lines = sql.executeQuery("explain " + query)) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    @Test
    void search_settings_areForItsTransactionOnly() {
        DataSource source = TestDatabases.postgresql();
        AuditDatabase database = AuditDatabase.open(source, AuditDatabase.Options.defaults());
        String settings = "select current_setting('plan_cache_mode') || ' ' || current_setting('jit')";
        Object before = database.read(em -> em.createNativeQuery(settings).getSingleResult());
        Object during = database.search(em -> em.createNativeQuery(settings).getSingleResult());
        Object after = database.read(em -> em.createNativeQuery(settings).getSingleResult());
        database.close();
        assertEquals("force_custom_plan off", during);
        assertEquals(before, after);
        assertTrue(before.toString().startsWith("auto "), before.toString());
    }
}

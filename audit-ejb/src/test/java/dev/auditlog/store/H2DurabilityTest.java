package dev.auditlog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.auditlog.AuditException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2 writes what was committed some time later; an event is in its file before it is acknowledged. */
class H2DurabilityTest {

    @TempDir
    Path folder;

    private int copies;

    @AfterEach
    void shutDown() throws SQLException {
        execute("shutdown immediately");
    }

    @Test
    void event_afterItsGroupsCheckpoint_isInTheFile() throws IOException {
        AuditDatabase database = AuditDatabase.open(source("audit"), AuditDatabase.Options.defaults());
        database.connect();
        database.write(em -> {
            em.persist(EventRows.of(Samples.least(1)));
            return em;
        });
        assertEquals(0, eventsInACopy(), "a commit alone");
        database.dialect().afterCommit(database);
        assertEquals(1, eventsInACopy(), "after the checkpoint");
        database.close();
    }

    @Test
    void user_whoMayNotAskForCheckpoints_isRefusedByName() throws SQLException {
        execute("create user plain password ''");
        AuditDatabase database = AuditDatabase.open(
                new UrlDataSource("jdbc:h2:file:" + folder.resolve("audit") + ";FILE_LOCK=NO", "plain"),
                AuditDatabase.Options.defaults());
        AuditException thrown = assertThrows(AuditException.class, database::connect);
        assertEquals("AUD-0421", thrown.code());
        database.close();
    }

    /** As if the process had been killed now. */
    private long eventsInACopy() throws IOException {
        String copy = "copy" + ++copies;
        Files.copy(folder.resolve("audit.mv.db"), folder.resolve(copy + ".mv.db"));
        AuditDatabase database = AuditDatabase.open(source(copy), AuditDatabase.Options.defaults());
        long events = database.read(em ->
                em.createQuery("select count(e) from EventRow e", Long.class).getSingleResult());
        database.close();
        return events;
    }

    private UrlDataSource source(String name) {
        return new UrlDataSource(url(name), "sa");
    }

    private String url(String name) {
        String later = name.equals("audit") ? ";WRITE_DELAY=600000;DB_CLOSE_DELAY=-1" : "";
        return "jdbc:h2:file:" + folder.resolve(name) + ";FILE_LOCK=NO" + later;
    }

    private void execute(String text) throws SQLException {
        try (Connection connection = source("audit").getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(text);
        }
    }
}

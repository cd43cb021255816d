package dev.auditlog.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.it.app.RowsServlet;
import dev.auditlog.it.app.Users;
import dev.auditlog.it.app.Widget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The guarantee ATOMIC. Two applications share an outbox in the business database, which is not the audit database; a
 * third one has it beside the audit tables.
 */
class AtomicIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String APART = "audit.atomic.data-source=jdbc/app";

    private static MicroServer server;
    private static Http http;
    private static Rows rows;
    private static Http.Reply withoutTable;

    @BeforeAll
    static void start() throws IOException {
        server = MicroServer.start(
                "atomic",
                Map.of(),
                war("atomic", "audit.capture.guarantee=ATOMIC", APART),
                war("second", "audit.capture.guarantee=ATOMIC", APART),
                war("beside", "audit.capture.guarantee=ATOMIC"));
        http = server.http();
        rows = new Rows(http, "/atomic");
        withoutTable = post("atomic", "tx/without-table/commit");
        for (String statement : outboxFile().split(";\\s*\n")) {
            sql("app", statement);
        }
        sql(
                "app",
                "create table it_deferred (id varchar(64) not null, constraint uq_it_deferred unique (id)"
                        + " deferrable initially deferred)");
        sql("audit", "create table it_beside (id varchar(64) not null primary key)");
        for (String application : List.of("atomic", "second")) {
            await(() -> post(application, "tx/" + UUID.randomUUID() + "/commit").status() == 200);
        }
        post("atomic", "tx/taken/commit");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static WebArchive war(String name, String... lines) {
        WebArchive war = Archives.withLibrary(ShrinkWrap.create(WebArchive.class, name + ".war"))
                .addPackage("dev.auditlog.it.atomic")
                .addClasses(Widget.class, Users.class, RowsServlet.class)
                .addAsResource("app/persistence.xml", "META-INF/persistence.xml")
                .addAsWebInfResource("app/beans.xml", "beans.xml")
                .setWebXML("app/web.xml");
        return Archives.configured(war, lines);
    }

    /** The file that the message names, out of the jar that the application carries. */
    private static String outboxFile() throws IOException {
        String wanted = "db/" + TestEnvironment.get().database() + "/outbox.sql";
        try (FileSystem sample = FileSystems.newFileSystem(TestEnvironment.serverFile("audit-sample.war"));
                var jars = Files.list(sample.getPath("/WEB-INF/lib"))) {
            Path jar = jars.filter(p -> p.getFileName().toString().startsWith("audit-ejb"))
                    .findFirst()
                    .orElseThrow();
            try (InputStream in = Files.newInputStream(jar);
                    ZipInputStream zip = new ZipInputStream(in)) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    if (entry.getName().equals(wanted)) {
                        String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                        return text.replaceAll("--[^\n]*", "").strip().replaceAll(";$", "");
                    }
                }
            }
        }
        throw new AssertionError(wanted + " is not in the jar");
    }

    private static Http.Reply post(String application, String path) {
        return http.send(Http.post("/" + application + "/api/" + path).as("alice"));
    }

    private static void sql(String on, String statement) {
        Http.Reply reply = http.send(Http.post("/atomic/app-sql?on=" + on).body("text/plain", statement));
        assertEquals(200, reply.status(), statement);
    }

    private static long count(String on, String query) {
        return Long.parseLong(
                http.send(Http.call("PUT", "/atomic/app-sql?on=" + on).body("text/plain", query))
                        .text());
    }

    private static boolean isThere(String widget) {
        return count("app", "select count(*) from Widget where id = '" + widget + "'") == 1;
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "did not happen in time");
        }
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    /** Asserts the only event of a call, and that the client was told of it. */
    private static Map<String, String> event(Http.Reply reply, String outcome, String transaction) {
        Map<String, String> row = rows.only(reply.correlation());
        assertEquals(outcome, row.get("outcome"), row::toString);
        assertEquals(transaction, row.get("tx_outcome"), row::toString);
        assertEquals(Integer.toString(reply.status()), row.get("status"));
        assertEquals("ATOMIC", row.get("guarantee"));
        if (reply.header("Audit-ID") != null) {
            assertEquals(row.get("id"), reply.header("Audit-ID"));
        }
        return row;
    }

    @Test
    void commit_ofTheCallsTransaction_commitsItsEventAndEmptiesTheOutbox() {
        String id = id();
        Http.Reply reply = post("atomic", "tx/" + id + "/commit");
        assertEquals(200, reply.status());
        Map<String, String> row = event(reply, "SUCCESS", "COMMITTED");
        assertEquals(row.get("id"), reply.header("Audit-ID"));
        assertTrue(isThere(id));
        await(() -> count("app", "select count(*) from audit_outbox where id = '" + row.get("id") + "'") == 0);
    }

    @Test
    void rollback_byAnException_leavesAnEventThatSaysSo() {
        String id = id();
        Http.Reply reply = post("atomic", "tx/" + id + "/throws");
        assertEquals(500, reply.status());
        event(reply, "ERROR", "ROLLED_BACK");
        assertFalse(isThere(id));
    }

    @Test
    void commit_withAnAnswerThatIsNotAskedFor_leavesItsEventAllTheSame() {
        String id = id();
        Http.Reply reply = post("atomic", "tx/" + id + "/conflict");
        assertEquals(409, reply.status());
        event(reply, "FAILURE", "COMMITTED");
        assertTrue(isThere(id));
    }

    @Test
    void flush_thatFailsAtCommit_isRolledBack() {
        Http.Reply reply = post("atomic", "tx/" + id() + "/flush-fails");
        assertEquals(500, reply.status());
        event(reply, "ERROR", "ROLLED_BACK");
    }

    @Test
    void commit_thatTheDatabaseRefuses_isRolledBack() {
        String id = id();
        Http.Reply reply = post("atomic", "tx/" + id + "/commit-fails");
        assertEquals(500, reply.status());
        Map<String, String> row = event(reply, "ERROR", "ROLLED_BACK");
        assertEquals(0, count("app", "select count(*) from it_deferred where id = '" + id + "'"));
        assertEquals(0, count("app", "select count(*) from audit_outbox where id = '" + row.get("id") + "'"));
    }

    @Test
    void commit_apartFromACallThatIsRolledBack_leavesItsEvent() {
        String id = id();
        Http.Reply reply = post("atomic", "tx/" + id + "/apart");
        assertEquals(500, reply.status());
        event(reply, "ERROR", "ROLLED_BACK");
        assertTrue(isThere(id));
    }

    @Test
    void commit_insideAnotherTransactionThatCommitsToo_leavesOneEvent() {
        String id = id();
        Http.Reply reply = post("atomic", "tx/" + id + "/apart-too");
        assertEquals(200, reply.status());
        Map<String, String> row = event(reply, "SUCCESS", "COMMITTED");
        assertTrue(isThere(id));
        assertTrue(isThere(id + "-apart"));
        await(() -> count("app", "select count(*) from audit_outbox where event like '%" + row.get("id") + "%'") == 0);
    }

    @Test
    void auditedBean_insideTheTransaction_hasAnEventInItToo() {
        Http.Reply reply = post("atomic", "tx/" + id() + "/nested");
        List<Map<String, String>> found = rows.of(reply.correlation());
        assertEquals(2, found.size(), found::toString);
        for (Map<String, String> row : found) {
            assertEquals("COMMITTED", row.get("tx_outcome"), row::toString);
            assertEquals("SUCCESS", row.get("outcome"), row::toString);
            assertEquals("ATOMIC", row.get("guarantee"));
        }
    }

    @Test
    void response_thatLeavesBeforeTheCommit_isRefusedAndNothingIsCommitted() {
        String id = id();
        Http.Reply reply = post("atomic", "tx/" + id + "/early");
        assertEquals(500, reply.status());
        assertTrue(reply.text().contains("AUD-0232"), reply.text());
        event(reply, "ERROR", "ROLLED_BACK");
        assertFalse(isThere(id));
    }

    @Test
    void caller_whoMayNot_leavesADenialAsEver() {
        Http.Reply anonymous = http.send(Http.post("/atomic/api/tx/" + id() + "/secured"));
        assertEquals(401, anonymous.status());
        event(anonymous, "DENIED", "NONE");
        Http.Reply bob =
                http.send(Http.post("/atomic/api/tx/" + id() + "/secured").as("bob"));
        assertEquals(403, bob.status());
        event(bob, "DENIED", "NONE");
    }

    @Test
    void sessionBean_thatCommits_commitsItsEvent() {
        String id = id();
        Http.Reply reply = post("atomic", "session/" + id + "/commit");
        assertEquals(200, reply.status());
        event(reply, "SUCCESS", "COMMITTED");
        assertTrue(isThere(id));
    }

    @Test
    void sessionBean_thatIsRolledBack_saysSo() {
        String id = id();
        event(post("atomic", "session/" + id + "/rollback-only"), "SUCCESS", "ROLLED_BACK");
        assertFalse(isThere(id));
    }

    @Test
    void beanBelowTheResource_carriesTheEventInItsTransaction() {
        String id = id();
        event(post("atomic", "below/" + id + "/commit"), "SUCCESS", "COMMITTED");
        assertTrue(isThere(id));
        event(post("atomic", "below/" + id() + "/rollback"), "SUCCESS", "ROLLED_BACK");
    }

    @Test
    void method_thatCanComeToNoTransaction_isRefusedBeforeItRuns() {
        String id = id();
        Http.Reply reply = post("atomic", "none/" + id + "/own");
        assertEquals(500, reply.status());
        assertEquals("application/problem+json", reply.header("Content-Type"));
        assertTrue(reply.text().contains("AUD-0231"), reply.text());
        assertTrue(reply.text().contains("@Transactional"), reply.text());
        Map<String, String> row = event(reply, "ERROR", "NONE");
        assertEquals(row.get("id"), reply.header("Audit-ID"));
        assertFalse(isThere(id));
    }

    /** Its response would leave inside the transaction, and what runs there knows nothing of the call. */
    @Test
    void method_thatTheEjbContainerRunsOnAnotherThread_isRefusedWithOneEventUnlessItReads() {
        String id = id();
        Http.Reply refused = post("atomic", "threaded/" + id);
        assertEquals(500, refused.status());
        assertTrue(refused.text().contains("AUD-0239"), refused.text());
        event(refused, "ERROR", "NONE");
        assertFalse(isThere(id));
        assertEquals(1, rows.where("operation", "ThreadedAtomic.write").size());
        Http.Reply read = http.send(Http.get("/atomic/api/threaded/" + id).as("alice"));
        assertEquals(id, read.text());
        event(read, "SUCCESS", "NONE");
        assertEquals(1, rows.where("operation", "ThreadedAtomic.read").size());
    }

    @Test
    void read_inNoTransaction_isRecorded() {
        Http.Reply reply = http.send(Http.get("/atomic/api/none/7").as("alice"));
        assertEquals("7", reply.text());
        event(reply, "SUCCESS", "NONE");
    }

    @Test
    void table_thatIsMissing_isNamedWithItsFile_andMissedNoMoreOnceItIsThere() {
        assertEquals(500, withoutTable.status());
        assertTrue(withoutTable.text().contains("AUD-0431"), withoutTable.text());
        assertTrue(withoutTable.text().contains("jdbc/app"), withoutTable.text());
        assertTrue(withoutTable.text().contains("/outbox.sql"), withoutTable.text());
        event(withoutTable, "ERROR", rows.only(withoutTable.correlation()).get("tx_outcome"));
        assertFalse(isThere("without-table"));
        assertTrue(server.log().contains("AUD-0350"));
    }

    @Test
    void otherDataSource_thatCannotCommitAsOneWithTheOutbox_isRefusedAndNothingIsCommitted() {
        for (String way : List.of("commit", "flushed")) {
            String id = id();
            Http.Reply reply = post("beside", "tx/" + id + "/" + way);
            assertEquals(500, reply.status());
            assertTrue(reply.text().contains("AUD-0238"), reply.text());
            assertTrue(reply.text().contains("audit.atomic.data-source"), reply.text());
            event(reply, "ERROR", "ROLLED_BACK");
            assertFalse(isThere(id));
        }
    }

    @Test
    void outboxBesideTheAuditTables_holdsTheEventsOfWorkOnThatDataSource() {
        String id = id();
        event(post("beside", "beside/" + id + "/commit"), "SUCCESS", "COMMITTED");
        assertEquals(1, count("audit", "select count(*) from it_beside where id = '" + id + "'"));
        event(post("beside", "beside/" + id + "x/rollback"), "ERROR", "ROLLED_BACK");
        assertEquals(0, count("audit", "select count(*) from it_beside where id = '" + id + "x'"));
    }

    @Test
    void applications_onOneOutbox_haveEachItsOwnEvents() {
        assertEquals(
                "atomic",
                event(post("atomic", "tx/" + id() + "/commit"), "SUCCESS", "COMMITTED")
                        .get("application"));
        assertEquals(
                "second",
                event(post("second", "tx/" + id() + "/commit"), "SUCCESS", "COMMITTED")
                        .get("application"));
    }

    @Test
    void row_ofAProcessThatIsGone_isMovedOnceByItsApplication() {
        for (String application : List.of("second", "atomic")) {
            String id = UUID.randomUUID().toString();
            sql(
                    "app",
                    "insert into audit_outbox (id, application, chain, created_us, event) values ('" + id + "', '"
                            + application + "', '" + application + "@gone', 0, '{\"id\":\"" + id
                            + "\",\"time\":\"2026-11-25T10:00:00.123456Z\",\"application\":\"" + application
                            + "\",\"node\":\"gone\",\"chain\":\"" + application + "@gone\",\"operation\":\"Left.over\","
                            + "\"activity\":\"CREATE\",\"outcome\":\"UNKNOWN\",\"transaction\":\"COMMITTED\","
                            + "\"durationMicros\":5,\"guarantee\":\"ATOMIC\",\"actor\":{\"type\":\"USER\",\"roles\":[]}}')");
            await(() -> rows.where("id", id).size() == 1);
            Map<String, String> row = rows.where("id", id).get(0);
            assertEquals(application, row.get("application"));
            assertEquals("UNKNOWN", row.get("outcome"));
            assertEquals("COMMITTED", row.get("tx_outcome"));
            assertNull(row.get("status"));
            assertTrue(row.get("attributes").contains("\"audit.ran-on\":\"gone\""), row.get("attributes"));
            await(() -> count("app", "select count(*) from audit_outbox where id = '" + id + "'") == 0);
        }
    }

    @Test
    void bestEffort_ofAStoreThatIsThere_isRecordedSoonAfterTheResponse() {
        Http.Reply reply = post("atomic", "tx/" + id() + "/offered");
        assertEquals(200, reply.status());
        assertNotNull(reply.header("Audit-ID"));
        List<Map<String, String>> found = rows.await(reply.correlation(), 1);
        assertEquals("BEST_EFFORT", found.get(0).get("guarantee"));
        assertEquals(reply.header("Audit-ID"), found.get(0).get("id"));
    }
}

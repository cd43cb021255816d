package dev.auditlog.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Both ways to use the library on a full Payara Server, with the console's EAR beside them. */
class EarIT {

    private static FullServer server;

    @BeforeAll
    static void start() {
        server = FullServer.start();
        server.deploy(TestEnvironment.serverFile("audit-ear.ear"));
        server.deploy(Archives.explicitApplicationInEar());
        server.deploy(Archives.explicitApplication("usage-b.war"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Calls the audited resource of an application and returns the only row, read through the same application. */
    private static Map<String, String> rowOfPing(String context) {
        Http.Reply reply = server.http().send(Http.get(context + "/explicit/pings/3"));
        assertEquals("pong", reply.text());
        List<Map<String, String>> rows = new Rows(server.http(), context).of(reply.correlation());
        assertEquals(1, rows.size(), rows::toString);
        assertEquals(reply.header("Audit-ID"), rows.get(0).get("id"));
        assertEquals("PingResource.ping", rows.get(0).get("operation"));
        assertEquals("SUCCESS", rows.get(0).get("outcome"));
        assertEquals("200", rows.get(0).get("status"));
        return rows.get(0);
    }

    @Test
    void usageA_webModuleInAnEarWithTheLibrary_isRecordedUnderTheEarsName() {
        assertEquals("usage-a", rowOfPing("/usage-a").get("application"));
    }

    @Test
    void usageB_webArchiveWithTheLibraryBesideTheConsole_isRecordedUnderItsOwnName() {
        assertEquals("usage-b", rowOfPing("/usage-b").get("application"));
    }

    @Test
    void console_inItsEar_saysThatCaptureIsUp() {
        Http.Reply reply = server.http().send(Http.get("/audit/api/status"));
        assertEquals(200, reply.status(), reply::text);
        assertTrue(reply.text().contains("\"status\":\"UP\""), reply::text);
    }

    @Test
    void valueThatIsNotAllowed_isRefusedByName() {
        refused(
                configured("sometimes.war", "audit.capture.outcomes=SOMETIMES"),
                "AUD-01",
                "audit.capture.outcomes",
                "SOMETIMES",
                "SUCCESS");
    }

    private static WebArchive configured(String name, String line) {
        return Archives.configured(Archives.explicitApplication(name), line);
    }

    private static void refused(WebArchive war, String... words) {
        String said = assertThrows(IllegalStateException.class, () -> server.deploy(war))
                .getMessage();
        for (String word : words) {
            assertTrue(said.contains(word), () -> word + " is missing in: " + said);
        }
    }
}

package dev.auditlog.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What configuration does. All archives stand on one server, each at its own root; refusals are in EarIT. */
class DeploymentIT {

    private static final String COMPLETE =
            """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0" metadata-complete="true">
              <servlet>
                <servlet-name>dev.auditlog.it.explicit.ExplicitApplication</servlet-name>
              </servlet>
              <servlet-mapping>
                <servlet-name>dev.auditlog.it.explicit.ExplicitApplication</servlet-name>
                <url-pattern>/explicit/*</url-pattern>
              </servlet-mapping>
            </web-app>
            """;

    private static final String NO_DISCOVERY =
            """
            <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="none"/>
            """;

    private static MicroServer server;
    private static String logAtStart = "";

    @BeforeAll
    static void start() {
        server = MicroServer.start(
                "deployment",
                Map.of(),
                war("app"),
                Archives.configured(war("off"), "audit.enabled=false"),
                Archives.configured(war("typo"), "audit.capture.outcome=ALL"),
                war("complete").setWebXML(new StringAsset(COMPLETE)),
                withoutDiscovery(war("bare")),
                ShrinkWrap.create(WebArchive.class, "sql.war").addPackage("dev.auditlog.it.seeded"));
        logAtStart = server.log();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static WebArchive war(String name) {
        return Archives.explicitApplication(name + ".war");
    }

    private static WebArchive withoutDiscovery(WebArchive war) {
        war.delete("/WEB-INF/beans.xml");
        return war.addAsWebInfResource(new StringAsset(NO_DISCOVERY), "beans.xml");
    }

    private static Http.Reply ping(String context) {
        return server.http().send(Http.get("/" + context + "/explicit/pings/3"));
    }

    private static List<Map<String, String>> rowsOf(Http.Reply reply) {
        return new Rows(server.http()).of(reply.correlation());
    }

    @Test
    void application_thatNamesItsClasses_isAuditedAllTheSame() {
        Http.Reply reply = ping("app");
        assertEquals("pong", reply.text());
        Map<String, String> row = rowsOf(reply).get(0);
        assertEquals(reply.header("Audit-ID"), row.get("id"));
        assertEquals("PingResource.ping", row.get("operation"));
        assertEquals("app", row.get("application"));
    }

    @Test
    void application_thatNamesItsClasses_recordsAMethodThatDoesNotExist() {
        Http.Reply reply = server.http().send(Http.call("DELETE", "/app/explicit/pings/3"));
        assertEquals(405, reply.status());
        assertEquals("FAILURE", rowsOf(reply).get(0).get("outcome"));
    }

    @Test
    void application_whoseWebXmlIsMetadataComplete_isAuditedAllTheSame() {
        Http.Reply reply = ping("complete");
        assertEquals("pong", reply.text());
        assertEquals("complete", rowsOf(reply).get(0).get("application"));
    }

    @Test
    void application_thatDiscoversNoBeans_isAuditedAllTheSame() {
        Http.Reply reply = ping("bare");
        assertEquals("pong", reply.text());
        assertEquals("bare", rowsOf(reply).get(0).get("application"));
    }

    @Test
    void start_saysWhichMethodsAreAudited_beforeAnyRequest() {
        for (String application : List.of("app", "complete", "bare")) {
            assertTrue(
                    logAtStart.contains("Audit of " + application + ": 1 of 1 resource methods audited"), application);
        }
        assertFalse(logAtStart.contains("Audit of off: "));
    }

    @Test
    void disabled_recordsNothingAndAddsNoHeader() {
        Http.Reply reply = ping("off");
        assertEquals("pong", reply.text());
        assertNull(reply.header("Audit-ID"));
        assertEquals(List.of(), rowsOf(reply));
    }

    @Test
    void disabled_isSaidInTheLog_andToTheConsole() {
        assertTrue(said("AUD-0248 Auditing of off on ", " is switched off: nothing is recorded."));
        String sql = "select application, figures, stopped_us from audit_recorder where application = 'off'";
        String row = "";
        long end = System.nanoTime() + 30_000_000_000L; // it may have started before the others had made the tables
        while (row.length() < 3 && System.nanoTime() < end) {
            row = server.http()
                    .send(Http.call("PUT", "/sql/sql").body("text/plain", sql))
                    .text();
        }
        assertEquals("[{\"application\":\"off\",\"figures\":\"{\\\"enabled\\\":false}\"}]", row);
    }

    @Test
    void unknownKey_warnsWithTheNearestOne() {
        assertEquals("pong", ping("typo").text());
        assertTrue(said("audit.capture.outcome ", "audit.capture.outcomes"));
    }

    /** Whether one line of the log has a message of the library with all these words. */
    private static boolean said(String... words) {
        return server.log().lines().filter(line -> line.contains("AUD-0")).anyMatch(line -> List.of(words).stream()
                .allMatch(line::contains));
    }
}

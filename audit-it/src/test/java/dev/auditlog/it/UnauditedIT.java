package dev.auditlog.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.auditlog.it.app.RowsServlet;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The library where nothing is audited: it lets calls pass, and knows them when code records something after all. */
@ExtendWith(ArquillianExtension.class)
class UnauditedIT {

    private final Http http = new Http(TestEnvironment.get().port());
    private final Rows rows = new Rows(http);

    @Deployment(testable = false)
    static WebArchive application() {
        return Archives.withLibrary(ShrinkWrap.create(WebArchive.class, "app.war"))
                .addPackage("dev.auditlog.it.unaudited")
                .addClass(RowsServlet.class)
                .addAsWebInfResource("app/beans.xml", "beans.xml");
    }

    @BeforeEach
    void runtimeHasStarted() {
        assertEquals(200, send("GET", "/api/stock").status());
    }

    private Http.Reply send(String method, String path) {
        return http.send(Http.call(method, Archives.CONTEXT + path));
    }

    @Test
    void call_isLetThroughAsItIs() {
        assertEquals("false", send("GET", "/api/stock/watched").text());
    }

    @Test
    void call_leavesNoEvent() {
        Http.Reply reply = send("GET", "/api/stock");
        assertEquals("12", reply.text());
        assertEquals(List.of(), rows.of(reply.correlation()));
        assertNull(reply.header("Audit-ID"));
    }

    @Test
    void methodThatDoesNotExist_leavesNoEvent() {
        Http.Reply reply = send("DELETE", "/api/stock");
        assertEquals(405, reply.status());
        assertEquals(List.of(), rows.of(reply.correlation()));
    }

    @Test
    void event_thatCodeRecords_knowsItsCallerAndIsNamedInTheResponse() {
        for (int i = 0; i < 3; i++) {
            Http.Reply reply = send("POST", "/api/stock");
            Map<String, String> row = rows.only(reply.correlation());
            assertEquals(row.get("id"), reply.text());
            assertEquals(row.get("id"), reply.header("Audit-ID"));
            assertEquals("Stock.recount", row.get("operation"));
            assertEquals("127.0.0.1", row.get("source_ip"));
            assertEquals("ANONYMOUS", row.get("actor_type"));
            assertEquals("/app/api/stock", row.get("request_path"));
        }
    }
}

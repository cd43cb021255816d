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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Capture by path, without annotations. */
@ExtendWith(ArquillianExtension.class)
class CaptureIncludeIT {

    private final Http http = new Http(TestEnvironment.get().port());
    private final Rows rows = new Rows(http);

    @Deployment(testable = false)
    static WebArchive application() {
        WebArchive war = Archives.withLibrary(ShrinkWrap.create(WebArchive.class, "app.war"))
                .addPackage("dev.auditlog.it.include")
                .addClass(RowsServlet.class)
                .addAsWebInfResource("app/beans.xml", "beans.xml");
        return Archives.configured(
                war,
                "audit.capture.include=/api/*",
                "audit.capture.exclude=/api/health/*",
                "audit.capture.outcomes=ALL");
    }

    private Map<String, String> rowOf(String method, String path, int status) {
        Http.Reply reply = http.send(Http.call(method, Archives.CONTEXT + path));
        assertEquals(status, reply.status(), reply::text);
        Map<String, String> row = rows.only(reply.correlation());
        assertEquals(row.get("id"), reply.header("Audit-ID"));
        assertEquals(Integer.toString(status), row.get("status"));
        return row;
    }

    private void noRow(String method, String path, int status) {
        Http.Reply reply = http.send(Http.call(method, Archives.CONTEXT + path));
        assertEquals(status, reply.status());
        assertEquals(List.of(), rows.of(reply.correlation()));
        assertNull(reply.header("Audit-ID"));
    }

    @Test
    void resource_underTheIncludedPath_isRecordedLikeAnAnnotatedOne() {
        Map<String, String> row = rowOf("GET", "/api/customers/7", 200);
        assertEquals("CustomersResource.read", row.get("operation"));
        assertEquals("READ", row.get("activity"));
        assertEquals("Customers", row.get("target_type"));
        assertEquals("7", row.get("target_id"));
    }

    @Test
    void created_underTheIncludedPath_takesItsTargetFromLocation() {
        assertEquals("12", rowOf("POST", "/api/customers", 201).get("target_id"));
    }

    @Test
    void path_withoutResource_isRecordedAsFailure() {
        Map<String, String> row = rowOf("GET", "/api/nowhere", 404);
        assertEquals("GET /api/nowhere", row.get("operation"));
        assertEquals("FAILURE", row.get("outcome"));
    }

    @Test
    void options_answeredByTheServer_isRecordedAsOther() {
        Map<String, String> row = rowOf("OPTIONS", "/api/customers/7", 200);
        assertEquals("OTHER", row.get("activity"));
        assertEquals("SUCCESS", row.get("outcome"));
    }

    @Test
    void method_thatTheResourceLacks_isRecordedAsFailure() {
        assertEquals("FAILURE", rowOf("DELETE", "/api/customers/7", 405).get("outcome"));
    }

    @Test
    void excludedPath_leavesNoEvent() {
        noRow("GET", "/api/health/live", 200);
    }

    @Test
    void pathOutside_leavesNoEvent() {
        noRow("GET", "/open", 200);
        noRow("GET", "/elsewhere", 404);
    }
}

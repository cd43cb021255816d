package dev.auditlog.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Audited beans inside and outside of HTTP, and what the library offers to the code. */
class BeansIT {

    private static final String INSIDE = Archives.CONTEXT + "/api/inside/";

    private final Http http = SharedServer.http();
    private final Rows rows = SharedServer.rows();

    private Http.Reply send(String path) {
        return http.send(Http.get(INSIDE + path).as("alice"));
    }

    @Test
    void auditContext_inAResource_namesTargetReasonAndAttribute() {
        Map<String, String> row = rows.only(send("context").correlation());
        assertEquals("Invoice", row.get("target_type"));
        assertEquals("I-9", row.get("target_id"));
        assertEquals("March", row.get("target_name"));
        assertEquals("month's end", row.get("reason"));
        assertTrue(row.get("attributes").contains("\"tenant\":\"north\""), row.get("attributes"));
    }

    @Test
    void auditedBean_insideAnAuditedCall_hasAnEventWithParent() {
        Http.Reply reply = send("nested");
        List<Map<String, String>> found = rows.of(reply.correlation());
        assertEquals(2, found.size(), found::toString);
        Map<String, String> bean = byOperation(found, "Work.done");
        assertEquals(
                reply.header("Audit-ID"),
                byOperation(found, "InsideResource.nested").get("id"));
        assertEquals(reply.header("Audit-ID"), bean.get("parent_id"));
        assertEquals("UPDATE", bean.get("activity"));
        assertEquals("SUCCESS", bean.get("outcome"));
        assertEquals("u-1001", bean.get("actor_id"));
        assertNull(bean.get("status"));
    }

    @Test
    void auditedBean_thatFailsInsideACallThatSucceeds_isAnErrorOfItsOwn() {
        Http.Reply reply = send("nested-failure");
        List<Map<String, String>> found = rows.of(reply.correlation());
        Map<String, String> bean = byOperation(found, "Work.failed");
        assertEquals("ERROR", bean.get("outcome"));
        assertEquals("java.lang.IllegalStateException", bean.get("error_type"));
        assertEquals(reply.header("Audit-ID"), bean.get("parent_id"));
        assertEquals(
                "SUCCESS", byOperation(found, "InsideResource.nestedFailure").get("outcome"));
    }

    @Test
    void auditedBean_insideAnUnauditedCall_hasAnEventWithoutParent() {
        Map<String, String> row = rows.only(send("nested-in-unaudited").correlation());
        assertEquals("Work.done", row.get("operation"));
        assertEquals("u-1001", row.get("actor_id"));
        assertNull(row.get("parent_id"));
    }

    @Test
    void auditedBean_outsideOfHttp_isRecordedAsSystem() {
        Map<String, String> row = outside("done", "Work.done");
        assertEquals("SUCCESS", row.get("outcome"));
        assertEquals("SYSTEM", row.get("actor_type"));
        assertNull(row.get("status"));
        assertNull(row.get("source_ip"));
        assertNull(row.get("request_method"));
        assertTrue(Long.parseLong(row.get("duration_us")) > 0);
    }

    @Test
    void auditedBean_thatThrowsOutsideOfHttp_isAnError() {
        Map<String, String> row = outside("failed", "Work.failed");
        assertEquals("ERROR", row.get("outcome"));
        assertEquals("java.lang.IllegalStateException", row.get("error_type"));
    }

    @Test
    void auditedBean_withTheDefaultPolicy_leavesNoEventOfAFailure() {
        assertEquals("threw", send("outside?call=failed-quietly").text());
        assertEquals(List.of(), rows.where("operation", "Work.failedQuietly"));
    }

    @Test
    void auditedSessionBean_outsideOfHttp_carriesItsTransaction() {
        assertEquals("COMMITTED", outside("session-done", "SessionWork.done").get("tx_outcome"));
    }

    @Test
    void auditedSessionBean_rolledBack_saysSo() {
        Map<String, String> row = outside("session-rolled-back", "SessionWork.rolledBack");
        assertEquals("ROLLED_BACK", row.get("tx_outcome"));
        assertEquals("ERROR", row.get("outcome"));
    }

    @Test
    void auditedBean_withATransactionOfItsOwnInsideOneThatIsRolledBack_isASuccess() {
        Map<String, String> row = outside("apart", "ApartWork.book");
        assertEquals("COMMITTED", row.get("tx_outcome"));
        assertEquals("SUCCESS", row.get("outcome"));
    }

    @Test
    void resourceMethod_thatTheServerRunsOnAnotherThread_leavesOneEvent() {
        Http.Reply reply =
                http.send(Http.get(Archives.CONTEXT + "/api/threaded").as("alice"));
        assertEquals("from another thread", reply.text());
        List<Map<String, String>> events = rows.where("operation", "Threaded.read");
        assertEquals(1, events.size(), events::toString);
        assertEquals(reply.header("Audit-ID"), events.get(0).get("id"));
        assertEquals("{\"step\":\"1\"}", events.get(0).get("attributes"));
        reply = http.send(Http.get(Archives.CONTEXT + "/api/threaded-session").as("alice"));
        assertEquals("from another thread", reply.text());
        assertEquals(reply.header("Audit-ID"), rows.only(reply.correlation()).get("id"));
        assertEquals(1, rows.where("operation", "ThreadedSession.read").size());
    }

    @Test
    void auditor_outsideOfHttp_returnsTheIdOfTheRow() {
        String id = send("outside?call=record").text();
        Map<String, String> row = rows.where("id", id).get(0);
        assertEquals("Batch.import", row.get("operation"));
        assertEquals("File", row.get("target_type"));
        assertEquals("SYSTEM", row.get("actor_type"));
    }

    @Test
    void auditor_insideACall_takesItsCaller() {
        String id = send("record").text();
        Map<String, String> row = rows.where("id", id).get(0);
        assertEquals("Batch.signIn", row.get("operation"));
        assertEquals("u-1001", row.get("actor_id"));
        assertEquals("127.0.0.1", row.get("source_ip"));
    }

    @Test
    void reasonRequired_withoutHeader_is400AndTheMethodIsNotRun() {
        Http.Reply reply =
                http.send(Http.post(INSIDE + "reason").as("alice").json("{\"customer\":\"x\",\"amount\":1}"));
        assertEquals(400, reply.status());
        assertFalse(reply.text().contains("ran"));
        assertEquals("application/problem+json", reply.header("Content-Type"));
        Map<String, String> row = rows.only(reply.correlation());
        assertEquals("FAILURE", row.get("outcome"));
        assertEquals("400", row.get("status"));
    }

    @Test
    void reasonRequired_withHeader_runsAndKeepsTheReason() {
        Http.Reply reply = http.send(Http.post(INSIDE + "reason")
                .as("alice")
                .header("Audit-Reason", "ticket 4711")
                .json("{\"customer\":\"x\",\"amount\":1}"));
        assertEquals("ran", reply.text());
        assertEquals("ticket 4711", rows.only(reply.correlation()).get("reason"));
    }

    @Test
    void reasonRequired_byALocator_isAskedOfEachMethodBehindIt() {
        for (String method : List.of("guarded", "guarded/own")) {
            assertEquals(400, send(method).status(), method);
            Http.Reply reply = http.send(Http.get(INSIDE + method).as("alice").header("Audit-Reason", "ticket 4711"));
            assertEquals(200, reply.status(), method);
            assertEquals("ticket 4711", rows.only(reply.correlation()).get("reason"));
        }
    }

    /** Runs a call on a thread of its own; its event carries no correlation id, so the newest of its name is taken. */
    private Map<String, String> outside(String call, String operation) {
        List<Map<String, String>> before = rows.where("operation", operation);
        send("outside?call=" + call);
        List<Map<String, String>> added = rows.where("operation", operation).stream()
                .filter(row -> !before.contains(row))
                .toList();
        assertEquals(1, added.size(), added::toString);
        return added.get(0);
    }

    private static Map<String, String> byOperation(List<Map<String, String>> rows, String operation) {
        return rows.stream()
                .filter(row -> operation.equals(row.get("operation")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + operation + " in " + rows));
    }
}

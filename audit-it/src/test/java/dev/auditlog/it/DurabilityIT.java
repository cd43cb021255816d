package dev.auditlog.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The event is durable before the first byte of the response, and stays apart from the caller's transaction. */
class DurabilityIT {

    private static final String OWN = Archives.CONTEXT + "/api/own-transaction/";

    private final Http http = SharedServer.http();
    private final Rows rows = SharedServer.rows();

    @BeforeAll
    static void createTable() {
        assertEquals(
                204, SharedServer.http().send(Http.call("PUT", OWN + "any")).status());
    }

    @Test
    void event_whenTheFirstByteOfAStreamIsThere_isCommitted() {
        String gate = UUID.randomUUID().toString();
        Http.Call call = Http.get(Archives.CONTEXT + "/api/stream/held/" + gate).as("alice");
        try (Http.Exchange exchange = http.open(call)) {
            exchange.firstByte();
            assertEquals("SUCCESS", rows.only(call.correlation).get("outcome"), "while the response is still going on");
            open(gate);
            Http.Reply reply = exchange.rest();
            assertEquals(2001 * 1024, reply.body().length);
        }
        assertEquals(1, rows.of(call.correlation).size());
    }

    @Test
    void transaction_rolledBackAfterAnEventInTheMiddle_losesTheWorkAndKeepsTheEvent() {
        String id = UUID.randomUUID().toString();
        Http.Reply reply = http.send(Http.post(OWN + id + "/rolled-back").as("alice"));
        assertEquals(500, reply.status());
        assertEquals("0", http.send(Http.get(OWN + id)).text(), "the event's commit must not commit the caller's work");
        List<Map<String, String>> found = rows.of(reply.correlation());
        assertEquals(2, found.size(), found::toString);
        assertEquals("ROLLED_BACK", transactionOf(found, "OwnTransactionResource.rolledBack"));
    }

    @Test
    void transaction_committedAfterAnEventInTheMiddle_keepsBoth() {
        String id = UUID.randomUUID().toString();
        Http.Reply reply = http.send(Http.post(OWN + id + "/committed").as("alice"));
        assertEquals(200, reply.status());
        assertEquals("1", http.send(Http.get(OWN + id)).text());
        List<Map<String, String>> found = rows.of(reply.correlation());
        assertEquals(2, found.size(), found::toString);
        assertEquals("COMMITTED", transactionOf(found, "OwnTransactionResource.committed"));
    }

    @Test
    void unit_ofTheApplication_isNotDisturbedByTheLibrary() {
        String id = UUID.randomUUID().toString();
        String path = Archives.CONTEXT + "/api/tx/" + id;
        assertEquals(200, http.send(Http.post(path + "/commit")).status());
        assertEquals("{\"exists\":true}", http.send(Http.get(path + "/exists")).text());
    }

    /** The client resets the connection while the method still runs; the server finds out when it writes. */
    @Test
    void client_thatIsGoneBeforeTheResponse_leavesAnEvent() {
        String gate = UUID.randomUUID().toString();
        Http.Call call =
                Http.get(Archives.CONTEXT + "/api/stream/waits/" + gate).as("alice");
        Http.Exchange exchange = http.open(call);
        awaitRun(gate);
        exchange.cut();
        open(gate);
        List<Map<String, String>> found = rows.await(call.correlation, 1);
        assertEquals("StreamResource.waits", found.get(0).get("operation"));
        assertEquals("SUCCESS", found.get(0).get("outcome"));
    }

    @Test
    void client_thatCutsAStreamOfEvents_leavesASecondEventThatSaysSo() {
        String gate = UUID.randomUUID().toString();
        Http.Call call =
                Http.get(Archives.CONTEXT + "/api/stream/events-cut/" + gate).as("alice");
        Http.Exchange exchange = http.open(call);
        exchange.firstByte();
        String id = rows.only(call.correlation).get("id");
        exchange.cut();
        open(gate);
        List<Map<String, String>> found = rows.await(call.correlation, 2);
        assertEquals(2, found.size(), found::toString);
        Map<String, String> second = found.stream()
                .filter(row -> !row.get("id").equals(id))
                .findFirst()
                .orElseThrow();
        assertEquals(id, second.get("parent_id"));
        assertTrue(List.of("ERROR", "UNKNOWN").contains(second.get("outcome")), second::toString);
    }

    private void open(String gate) {
        http.send(Http.get(Archives.CONTEXT + "/control?open=" + gate));
    }

    private void awaitRun(String gate) {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (!"1"
                .equals(http.send(Http.get(Archives.CONTEXT + "/control?runs=" + gate))
                        .text())) {
            assertTrue(System.nanoTime() < deadline, "the method did not run");
        }
    }

    private static String transactionOf(List<Map<String, String>> rows, String operation) {
        return rows.stream()
                .filter(row -> operation.equals(row.get("operation")))
                .findFirst()
                .orElseThrow()
                .get("tx_outcome");
    }
}

package dev.auditlog.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.Activity;
import dev.auditlog.Audited;
import dev.auditlog.Outcomes;
import dev.auditlog.config.AuditConfig;
import dev.auditlog.event.Outcome;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The held response looks to the application as the container's own would. */
class AuditedResponseTest {

    private final FakeRecorder recorder = new FakeRecorder();
    private final FakeHttp http = new FakeHttp();
    private final Deployment deployment =
            new Deployment(AuditConfig.of(Map.of(), "desk"), recorder, new FakeRelay(), new Extensions(), () -> {});
    private final Exchange exchange = Exchange.open(deployment, http.request, http.response);
    private final HttpServletResponse response = exchange.response();

    @Audited(outcomes = Outcomes.ALL)
    static class OrderResource {}

    AuditedResponseTest() {
        Rule rule = deployment.rules().readClass(OrderResource.class).named("list", Activity.READ);
        exchange.call().matched(new Matched(rule, "/orders", null, Map.of(), Map.of()));
    }

    @Test
    void announcedLength_reachedByTheStream_looksCommitted() throws IOException {
        List<Consumer<HttpServletResponse>> ways = List.of(
                r -> r.setContentLength(5),
                r -> r.setContentLengthLong(5),
                r -> r.setHeader("content-length", "5"),
                r -> r.addHeader("Content-Length", "5"),
                r -> r.setIntHeader("Content-Length", 5),
                r -> r.addIntHeader("Content-Length", 5));
        for (Consumer<HttpServletResponse> way : ways) {
            AuditedResponseTest fresh = new AuditedResponseTest();
            way.accept(fresh.response);
            fresh.response.getOutputStream().write(new byte[4]);
            assertFalse(fresh.response.isCommitted());
            assertEquals(0, fresh.recorder.events.size());
            fresh.response.getOutputStream().write(0);
            assertTrue(fresh.response.isCommitted());
            fresh.response.setStatus(404);
            assertThrows(IllegalStateException.class, fresh.response::reset);
            assertThrows(IllegalStateException.class, () -> fresh.response.sendError(500));
            assertEquals(0, fresh.http.sent.size());
            fresh.exchange.finish();
            assertEquals(200, fresh.http.status);
            assertEquals(5, fresh.http.sent.size());
            assertEquals(200, fresh.recorder.events.get(0).status());
        }
    }

    @Test
    void announcedLength_reachedByTheWriter_looksCommitted() throws IOException {
        response.setContentLength(5);
        response.getWriter().print("abcd");
        assertFalse(response.isCommitted());
        response.getWriter().print("e");
        assertTrue(response.isCommitted());
        exchange.finish();
        assertEquals("abcde", http.body());
    }

    @Test
    void announcedLength_ofALongBodyByTheWriter_keepsNoMoreThanTheBuffer() throws IOException {
        response.setContentLength(1_000_000);
        writeInPieces(1_000_000);
        assertEquals(1, recorder.events.size(), "closed as soon as a byte left");
        exchange.finish();
        assertEquals("0123456789".repeat(100_000), http.body());
    }

    @Test
    void announcedLength_ofALongBodyByTheWriterAfterAFlush_keepsNoMoreThanTheBuffer() throws IOException {
        response.setContentLength(1_000_003);
        response.getWriter().print("top");
        response.flushBuffer();
        writeInPieces(1_000_000);
        exchange.finish();
        assertEquals("top" + "0123456789".repeat(100_000), http.body());
    }

    private void writeInPieces(int bytes) throws IOException {
        int before = http.sent.size();
        for (int written = 0; written < bytes; ) {
            response.getWriter().print("0123456789".repeat(10));
            written += 100;
            int kept = before + written - http.sent.size();
            assertTrue(kept <= http.bufferSize, kept + " bytes are kept");
        }
    }

    @Test
    void announcedLength_saidAfterTheContent_looksCommitted() throws IOException {
        response.getOutputStream().write(new byte[5]);
        response.setContentLength(5);
        assertTrue(response.isCommitted());
    }

    @Test
    void announcedLength_reachedBeforeAnException_isAnEventOfTheException() throws IOException {
        response.setContentLength(5);
        response.getOutputStream().write(new byte[5]);
        assertTrue(exchange.failed(new IllegalStateException("after")));
        assertEquals(500, recorder.events.get(0).status());
        assertEquals(1, recorder.events.size());
        assertEquals(0, http.sent.size());
    }

    @Test
    void announcedLength_takenBackByReset_holdsTheResponse() throws IOException {
        response.setContentLength(5);
        response.reset();
        response.getOutputStream().write(new byte[5]);
        assertFalse(response.isCommitted());
    }

    @Test
    void announcedLength_ofNothing_holdsTheResponse() {
        response.setContentLength(0);
        assertFalse(response.isCommitted());
    }

    @Test
    void buffer_thatTheApplicationAskedFor_isHeldWhole() throws IOException {
        response.setBufferSize(20_000);
        response.getOutputStream().write(new byte[20_000]);
        assertEquals(0, http.sent.size());
        response.getOutputStream().write(0);
        assertEquals(20_001, http.sent.size());
    }

    @Test
    void setBufferSize_afterContent_isRefused() throws IOException {
        response.getWriter().print("a");
        assertThrows(IllegalStateException.class, () -> response.setBufferSize(20_000));
    }

    @Test
    void sendError_untilTheCallEnds_isHeldAndLooksCommitted() throws IOException {
        response.getOutputStream().print("before");
        response.sendError(409, "no");
        assertTrue(response.isCommitted());
        assertEquals(409, response.getStatus());
        assertEquals(200, http.status);
        assertThrows(IllegalStateException.class, response::reset);
        assertThrows(IllegalStateException.class, response::resetBuffer);
        assertThrows(IllegalStateException.class, () -> response.sendError(410));
        assertThrows(IllegalStateException.class, () -> response.sendRedirect("/other"));
        response.setStatus(200);
        response.setHeader("X-After", "1");
        response.getOutputStream().print("after");
        response.flushBuffer();
        assertEquals(List.of(), recorder.events);
        exchange.finish();
        assertEquals(409, http.status);
        assertEquals("", http.body());
        assertFalse(http.answered.containsKey("X-After"));
        assertEquals(Outcome.FAILURE, recorder.events.get(0).outcome());
    }

    @Test
    void sendError_beforeTheExceptionBehindIt_isAnEventWithThatException() {
        IllegalStateException behind = new IllegalStateException("behind");
        try {
            response.sendError(500, "Request failed.");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertTrue(exchange.failed(behind));
        assertEquals(500, http.status);
        assertEquals(1, recorder.events.size());
        assertEquals(
                "java.lang.IllegalStateException",
                recorder.events.get(0).error().type());
    }

    @Test
    void sendRedirect_beforeAnException_isAnEventOfTheException() throws IOException {
        response.sendRedirect("/other");
        assertEquals(302, response.getStatus());
        assertTrue(exchange.failed(new IllegalStateException("after")));
        assertEquals(500, recorder.events.get(0).status());
        assertEquals(1, recorder.events.size());
    }

    @Test
    void sendError_beforeAnException_isAnEventWithTheStatusOfTheException() throws IOException {
        response.sendError(409);
        assertTrue(exchange.failed(new IllegalStateException("after")));
        assertEquals(500, recorder.events.get(0).status());
        assertEquals(Outcome.ERROR, recorder.events.get(0).outcome());
    }

    @Test
    void sendError_ofAnAsynchronousCallThatTimesOut_isSent() throws IOException {
        response.sendError(503);
        exchange.timedOut();
        assertEquals(503, http.status);
        assertEquals(1, recorder.events.size());
    }

    @Test
    void sendError_storeDown_becomesThe503() throws IOException {
        recorder.down = true;
        response.sendError(409);
        exchange.finish();
        assertEquals(503, http.status);
        assertTrue(http.body().contains("AUD-0201"), http.body());
    }

    @Test
    void writer_closedByTheApplication_isNotFlushedFirst() throws IOException {
        response.getWriter().print("page");
        response.getWriter().close(); // a flush would make the container send chunks
        assertEquals("page", http.body());
        assertFalse(http.committed);
    }

    @Test
    void pageOfAWriter_longerThanTheContainersBuffer_saysItsLength() throws IOException {
        response.getWriter().print("x".repeat(9_000));
        exchange.finish();
        assertEquals("9000", http.answered.get("Content-Length"));
    }

    /** What a container puts under our response while another resource is included: status and headers are ignored. */
    private static final class InInclude extends HttpServletResponseWrapper {

        InInclude(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setStatus(int status) {
            // ignored
        }

        @Override
        public void setHeader(String name, String value) {
            // ignored
        }

        @Override
        public void setContentType(String type) {
            // ignored
        }

        @Override
        public void setContentLength(int bytes) {
            // ignored
        }

        @Override
        public void reset() {
            // ignored
        }
    }

    private void include(AuditedResponse.Included content) throws IOException, ServletException {
        exchange.response().setResponse(new InInclude(http.response));
        try {
            exchange.response().include(content);
        } finally {
            exchange.response().setResponse(http.response);
        }
    }

    @Test
    void include_thatOverflowsTheBuffer_namesTheEvent() throws Exception {
        include(() -> response.getOutputStream().write(new byte[9_000]));
        exchange.finish();
        assertEquals(recorder.events.get(0).id().toString(), http.answered.get("Audit-ID"));
        assertEquals(9_000, http.sent.size());
    }

    @Test
    void include_thatOverflowsTheBufferWhileTheStoreIsDown_becomesThe503() throws Exception {
        recorder.down = true;
        include(() -> response.getOutputStream().write(new byte[9_000]));
        exchange.finish();
        assertEquals(503, http.status);
        assertEquals("5", http.answered.get("Retry-After"));
        assertTrue(http.body().contains("AUD-0201"), http.body());
    }

    @Test
    void include_thatAnnouncesALength_announcesNothing() throws Exception {
        include(() -> {
            response.setContentLength(5);
            response.getOutputStream().write(new byte[5]);
        });
        assertFalse(response.isCommitted());
        response.setHeader("X-After", "1");
        exchange.finish();
        assertEquals("1", http.answered.get("X-After"));
    }

    @Test
    void charset_thatIsSetAfterTheWriterWasTaken_changesNothing() throws IOException {
        List<Consumer<HttpServletResponse>> ways = List.of(
                r -> r.setContentType("text/html;charset=UTF-8"),
                r -> r.setCharacterEncoding("UTF-8"),
                r -> r.setLocale(Locale.JAPAN));
        for (Consumer<HttpServletResponse> way : ways) {
            AuditedResponseTest fresh = new AuditedResponseTest();
            fresh.response.setContentType("text/plain;charset=ISO-8859-1");
            fresh.response.getWriter().print("\u00e9");
            way.accept(fresh.response);
            fresh.exchange.finish();
            assertEquals("ISO-8859-1", fresh.http.charset);
            assertArrayEquals(new byte[] {(byte) 0xe9}, fresh.http.sent.toByteArray());
        }
    }

    @Test
    void contentType_thatIsSetAfterTheWriterWasTaken_isTakenWithoutItsCharset() throws IOException {
        response.setCharacterEncoding("ISO-8859-1");
        response.getWriter().print("<p>");
        response.setContentType("text/html;charset=UTF-8");
        exchange.finish();
        assertEquals("text/html", http.answered.get("Content-Type"));
        assertEquals("ISO-8859-1", http.charset);
    }
}

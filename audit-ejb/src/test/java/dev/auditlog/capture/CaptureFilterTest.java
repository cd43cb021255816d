package dev.auditlog.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.AuditUnavailableException;
import dev.auditlog.Audited;
import dev.auditlog.Outcomes;
import dev.auditlog.config.AuditConfig;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.UnavailableException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaptureFilterTest {

    private final FakeRecorder recorder = new FakeRecorder();
    private final Deployment deployment =
            new Deployment(AuditConfig.of(Map.of(), "desk"), recorder, new FakeRelay(), new Extensions(), () -> {});
    private final FakeHttp http = new FakeHttp();

    @Audited(outcomes = Outcomes.ALL)
    static class OrderResource {
        void list() {}
    }

    private void call(FilterChain application) throws Exception {
        new CaptureFilter(deployment, Set.of()).doFilter(http.request, http.response, (request, response) -> {
            matched();
            application.doFilter(request, response);
        });
    }

    private void matched() {
        try {
            Rule rule = deployment.rules().read(OrderResource.class, OrderResource.class.getDeclaredMethod("list"));
            CurrentCall.call().matched(new Matched(rule, "/orders", null, Map.of(), Map.of()));
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private AuditEvent event() {
        assertEquals(1, recorder.events.size());
        return recorder.events.get(0);
    }

    @Test
    void call_thatAnswers_isRecordedBeforeItsFirstByte() throws Exception {
        call((request, response) -> {
            response.getOutputStream().write("hello".getBytes(StandardCharsets.UTF_8));
            assertEquals("", http.body());
            assertTrue(recorder.events.isEmpty());
        });
        assertEquals("hello", http.body());
        assertEquals(Outcome.SUCCESS, event().outcome());
        assertEquals(200, event().status());
        assertEquals("OrderResource.list", event().operation());
        assertEquals("/desk/api/orders", event().request().path());
        assertEquals(event().id().toString(), http.answered.get("Audit-ID"));
        assertNull(CurrentCall.innermost());
    }

    @Test
    void call_thatOverflowsTheHeldBytes_isRecordedAtThatMoment() throws Exception {
        call((request, response) -> {
            byte[] block = new byte[5_000];
            response.getOutputStream().write(block);
            assertTrue(recorder.events.isEmpty());
            response.getOutputStream().write(block);
            assertEquals(1, recorder.events.size());
            assertEquals(10_000, http.sent.size());
            response.getOutputStream().write(1);
        });
        assertEquals(10_001, http.sent.size());
        assertEquals(1, recorder.events.size());
    }

    @Test
    void call_thatFlushes_isRecordedBefore() throws Exception {
        call((request, response) -> {
            response.getWriter().print("a");
            response.flushBuffer();
            assertEquals(1, recorder.events.size());
            assertEquals("a", http.body());
        });
        assertEquals(1, recorder.events.size());
    }

    @Test
    void writer_atTheEnd_losesNothing() throws Exception {
        call((request, response) -> response.getWriter().print("grüße"));
        assertEquals("grüße", http.body());
    }

    @Test
    void writer_thatTheApplicationClosed_endsTheCallWithoutAnError() throws Exception {
        call((request, response) -> {
            response.getWriter().print("a");
            response.getWriter().close(); // as a forward to a page does
        });
        assertEquals("a", http.body());
        assertEquals(200, event().status());
    }

    @Test
    void resetBuffer_afterTheWriter_dropsWhatTheEncoderHeld() throws Exception {
        call((request, response) -> {
            response.getWriter().print("secret");
            response.resetBuffer();
            response.getWriter().print("kept");
        });
        assertEquals("kept", http.body());
    }

    @Test
    void sendError_ofTheApplication_isTheRecordedStatus() throws Exception {
        call((request, response) -> ((HttpServletResponse) response).sendError(403, "no"));
        assertEquals(Outcome.DENIED, event().outcome());
        assertEquals(403, event().status());
    }

    @Test
    void sendError_afterTheContainerHasAnswered_isTheContainersStatus() throws Exception {
        call((request, response) -> {
            http.status = 401;
            http.committed = true;
            ((HttpServletResponse) response).sendError(403);
        });
        assertEquals(401, event().status());
    }

    @Test
    void sendRedirect_ofTheApplication_isASuccessWith302() throws Exception {
        call((request, response) -> ((HttpServletResponse) response).sendRedirect("/elsewhere"));
        assertEquals(Outcome.SUCCESS, event().outcome());
        assertEquals(302, event().status());
        assertEquals("/elsewhere", http.answered.get("Location"));
    }

    @Test
    void exception_thatLeavesTheApplication_isAnErrorAndGoesOn() {
        var thrown = assertThrows(
                IllegalStateException.class,
                () -> call((request, response) -> {
                    throw new IllegalStateException("broken");
                }));
        assertEquals("broken", thrown.getMessage());
        assertEquals(Outcome.ERROR, event().outcome());
        assertEquals(500, event().status());
        assertEquals("java.lang.IllegalStateException", event().error().type());
        assertNull(CurrentCall.innermost());
    }

    @Test
    void errorPage_ofACallWithAnEvent_namesItOnceMore() throws Exception {
        assertThrows(
                IllegalStateException.class,
                () -> call((request, response) -> {
                    throw new IllegalStateException("broken");
                }));
        http.response.reset();
        dispatchErrorPage();
        assertEquals(event().id().toString(), http.answered.get("Audit-ID"));
        assertEquals("sorry", http.body());
    }

    @Test
    void errorPage_ofARequestThatTheContainerRefused_opensNoCall() throws Exception {
        dispatchErrorPage();
        assertEquals("sorry", http.body());
        assertEquals(Map.of(), http.attributes);
        assertEquals(Map.of(), http.answered);
    }

    private void dispatchErrorPage() throws Exception {
        http.dispatcher = DispatcherType.ERROR;
        new CaptureFilter(deployment, Set.of())
                .doFilter(http.request, http.response, (request, response) -> response.getOutputStream()
                        .print("sorry"));
    }

    @Test
    void storeDown_aCallThatWorked_becomes503AndNoByteOfItLeaves() throws Exception {
        recorder.down = true;
        call((request, response) -> response.getOutputStream().write("done".getBytes(StandardCharsets.UTF_8)));
        assertEquals(503, http.status);
        assertEquals("5", http.answered.get("Retry-After"));
        assertTrue(http.body().contains("AUD-0201"), http.body());
        assertFalse(http.body().contains("done"));
        assertNull(http.answered.get("Audit-ID"));
    }

    @Test
    void eventThatCannotBeMade_refusesTheResponse() throws Exception {
        recorder.broken = true;
        call((request, response) -> response.getOutputStream().print("done"));
        assertEquals(503, http.status);
        assertFalse(http.body().contains("done"));
    }

    @Test
    void storeDown_aCallThatThrew_becomes503AndTheExceptionEnds() throws Exception {
        recorder.down = true;
        call((request, response) -> {
            throw new IllegalStateException("broken");
        });
        assertEquals(503, http.status);
    }

    @Test
    void response_thatBreaksAfterItsFirstBytes_leavesALinkedSecondEvent() {
        assertThrows(
                IOException.class,
                () -> call((request, response) -> {
                    response.getOutputStream().write(new byte[10_000]);
                    throw new IOException("midway");
                }));
        assertEquals(2, recorder.events.size());
        AuditEvent second = recorder.events.get(1);
        assertEquals(recorder.events.get(0).id(), second.parentId());
        assertEquals(200, second.status());
        assertEquals(Outcome.UNKNOWN, second.outcome());
        assertEquals(Outcome.SUCCESS, recorder.events.get(0).outcome());
    }

    @Test
    void response_whoseClientHasGone_isToldOfAtOnceAndOnce() throws Exception {
        call((request, response) -> {
            response.getOutputStream().write(new byte[10_000]);
            http.clientGone = true;
            for (int i = 0; i < 2; i++) {
                assertThrows(IOException.class, () -> response.getOutputStream().write(new byte[10_000]));
                assertEquals(2, recorder.events.size(), "the runtime may never complete the call");
            }
        });
        assertEquals(2, recorder.events.size());
        assertEquals(recorder.events.get(0).id(), recorder.events.get(1).parentId());
    }

    @Test
    void client_goneBeforeTheFirstByte_leavesOneLinkedSecondEventAndNoException() throws Exception {
        http.clientGone = true;
        call((request, response) -> response.getOutputStream().write("hello".getBytes(StandardCharsets.UTF_8)));
        assertEquals(2, recorder.events.size());
        AuditEvent second = recorder.events.get(1);
        assertEquals(recorder.events.get(0).id(), second.parentId());
        assertEquals("java.io.IOException", second.error().type());
    }

    @Test
    void client_goneAndTheApplicationThrowsToo_leavesOneLinkedSecondEvent() {
        http.clientGone = true;
        assertThrows(
                IOException.class,
                () -> call((request, response) -> response.getOutputStream().write(new byte[10_000])));
        assertEquals(2, recorder.events.size());
    }

    @Test
    void call_refusedBeforeTheRuntimesFilters_belongsToTheClassThatItsPathNames() throws Exception {
        Rule rule = deployment.rules().read(OrderResource.class, OrderResource.class.getDeclaredMethod("list"));
        deployment.routes().add("/orders", "GET", OrderResource.class, rule);
        deployment.jaxrsPaths(new JaxrsPaths(List.of("/api")));
        new CaptureFilter(deployment, Set.of())
                .doFilter(http.request, http.response, (request, response) -> ((HttpServletResponse) response)
                        .sendError(400));
        assertEquals(400, event().status());
        assertEquals(Outcome.FAILURE, event().outcome());
        assertEquals("/orders", event().request().route());
    }

    @Test
    void call_thatNothingAsksToAudit_leavesNoEventAndNoHeader() throws Exception {
        new CaptureFilter(deployment, Set.of())
                .doFilter(http.request, http.response, (request, response) -> response.getWriter()
                        .print("plain"));
        assertEquals("plain", http.body());
        assertEquals(List.of(), recorder.events);
        assertEquals(Map.of(), http.answered);
    }

    @Test
    void refusedBeforeItRan_leavesNoEvent() throws Exception {
        call((request, response) -> {
            CurrentCall.call().refusedBeforeRun();
            ((HttpServletResponse) response).setStatus(503);
        });
        assertEquals(503, http.status);
        assertEquals(List.of(), recorder.events);
    }

    @Test
    void response_thatBreaksAfterItsHeadersOnly_leavesALinkedSecondEvent() {
        assertThrows(
                IllegalStateException.class,
                () -> call((request, response) -> {
                    response.flushBuffer();
                    throw new IllegalStateException("before the first byte of its body");
                }));
        assertEquals(2, recorder.events.size());
        assertEquals(recorder.events.get(0).id(), recorder.events.get(1).parentId());
        assertEquals(Outcome.ERROR, recorder.events.get(1).outcome());
    }

    @Test
    void exception_bySayingThatAServletIsUnavailable_isWhatTheContainerMakesOfIt() {
        for (int seconds : List.of(60, 0)) {
            UnavailableException unavailable =
                    seconds > 0 ? new UnavailableException("later", seconds) : new UnavailableException("never");
            recorder.events.clear();
            http.attributes.clear();
            assertThrows(
                    UnavailableException.class,
                    () -> call((request, response) -> {
                        throw unavailable;
                    }));
            assertEquals(seconds > 0 ? 503 : 404, event().status());
        }
    }

    @Test
    void exception_ofABeanWhoseEventCannotBeKept_isAnsweredAsAnAuditedCallWouldBe() throws Exception {
        new CaptureFilter(deployment, Set.of()).doFilter(http.request, http.response, (request, response) -> {
            response.getWriter().print("half");
            ((HttpServletResponse) response).sendError(500); // as Jersey does before it throws
            throw new ServletException(CaptureMessages.notRun("Work.done"));
        });
        assertEquals(503, http.status);
        assertEquals("5", http.answered.get("Retry-After"));
        assertEquals("application/problem+json", http.answered.get("Content-Type"));
        assertTrue(http.body().startsWith("{\"type\":\"about:blank\""), http.body());
        assertTrue(http.body().contains("AUD-0201"), http.body());
        assertNull(http.answered.get("Audit-ID"));
        assertTrue(recorder.events.isEmpty());
    }

    @Test
    void exception_ofABeanWhoseEventCannotBeKeptInAnAuditedCall_isTheRecordedStatus() throws Exception {
        call((request, response) -> {
            throw new IllegalStateException(CaptureMessages.notRun("Work.done"));
        });
        assertEquals(503, http.status);
        assertEquals(503, event().status());
        assertEquals(Outcome.ERROR, event().outcome());
        assertEquals(event().id().toString(), http.answered.get("Audit-ID"));
    }

    @Test
    void exception_ofABeanWhoseEventCannotBeKeptAfterBytesHaveLeft_goesOnToTheContainer() {
        assertThrows(
                AuditUnavailableException.class,
                () -> call((request, response) -> {
                    response.getWriter().print("half");
                    response.flushBuffer();
                    throw CaptureMessages.notRun("Work.done");
                }));
        assertEquals("half", http.body());
    }
}

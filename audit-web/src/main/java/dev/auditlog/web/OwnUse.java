package dev.auditlog.web;

import dev.auditlog.Activity;
import dev.auditlog.AuditUnavailableException;
import dev.auditlog.Auditor;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
import dev.auditlog.event.Request;
import dev.auditlog.event.Target;
import dev.auditlog.record.Recorder;
import dev.auditlog.web.signin.SignedIn;
import jakarta.enterprise.context.Dependent;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Records what a person does on a page of the console: whoever looks is looked at too. */
@Dependent
public class OwnUse {

    /** Response header with the id of the event that the response has. */
    private static final String AUDIT_ID = "Audit-ID";

    private final Auditor auditor;
    private final Recorder recorder;
    private final SignedIn signedIn;

    @Inject
    public OwnUse(Auditor auditor, Recorder recorder, SignedIn signedIn) {
        this.auditor = auditor;
        this.recorder = recorder;
        this.signedIn = signedIn;
    }

    /**
     * Makes the event durable and puts its id into the response. Where it cannot be kept, the response becomes a 503
     * and the page is not shown.
     *
     * @param draft what was done; status, outcome, request and duration are set here
     * @param status status of the response
     * @param arrival when the page was asked for
     */
    public void record(AuditEvent.Draft draft, int status, Instant arrival) throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        draft.time(arrival)
                .status(status)
                .outcome(Outcome.ofStatus(status))
                .request(request((HttpServletRequest) external.getRequest()))
                .durationMicros(Duration.between(arrival, Instant.now()).toNanos() / 1000);
        try {
            external.setResponseHeader(AUDIT_ID, auditor.record(signedIn.named(draft)));
            external.setResponseStatus(status);
            if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
                external.setResponseHeader("Retry-After", "5");
            }
        } catch (AuditUnavailableException notKept) {
            external.responseSendError(503, notKept.getMessage());
            faces.responseComplete();
        }
    }

    /**
     * Records that a page was opened that holds nothing of any event. While none can be kept it is shown all the same: who
     * has to mend that needs it.
     *
     * @param operation such as {@code Console.recorders}
     * @param target what the page is about
     */
    public void opened(String operation, Target target) throws IOException {
        if (recorder.isAccepting()) {
            record(AuditEvent.draft(operation).activity(Activity.READ).target(target), 200, Instant.now());
        }
    }

    /** Id of the event of the page that is being drawn; empty where it has none. */
    public static String idOfThisResponse() {
        HttpServletResponse response = (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
        String id = response.getHeader(AUDIT_ID);
        return id == null ? "" : id;
    }

    /** An event's address is forwarded to its page: what counts is what the browser asked for. */
    private static Request request(HttpServletRequest request) {
        String asked = (String) request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        String query = (String) request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        return new Request(
                request.getMethod(),
                asked == null ? request.getRequestURI() : asked,
                null,
                asked == null ? request.getQueryString() : query,
                request.getHeader("User-Agent"),
                null,
                null,
                null,
                false,
                List.of());
    }
}

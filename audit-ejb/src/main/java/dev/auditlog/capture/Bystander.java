package dev.auditlog.capture;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP call of an application in which nothing is audited: its request and response go on as they are. Should code record
 * an event of its own all the same, it becomes a {@link Call} then, so that the event knows its caller: ADR 0069.
 */
final class Bystander {

    private final Deployment deployment;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private @Nullable Call call;

    Bystander(Deployment deployment, HttpServletRequest request, HttpServletResponse response) {
        this.deployment = deployment;
        this.request = request;
        this.response = response;
    }

    /** Makes the call, which is then the thread's outermost. */
    Call turn() {
        Call made = new Call(deployment, request);
        made.answersWith(response);
        CurrentCall.enter(made);
        call = made;
        return made;
    }

    /** The response is done as far as this thread is concerned. */
    void end() {
        Call made = call;
        if (made != null) {
            CurrentCall.leave();
            made.close(response.getStatus(), null);
        }
    }
}

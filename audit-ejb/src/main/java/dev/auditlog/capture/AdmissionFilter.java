package dev.auditlog.capture;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Runs after authorization: who the caller is, is known now; a caller who must say why and does not, is refused. */
final class AdmissionFilter implements ContainerRequestFilter {

    private final Rule rule;

    AdmissionFilter(Rule rule) {
        this.rule = rule;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Call call = CurrentCall.call();
        if (call == null || Scope.of(call) == null) {
            return;
        }
        call.actor(call.deployment().actors().of(request.getSecurityContext(), call.request()));
        String reason = request.getHeaderString(Headers.AUDIT_REASON);
        if (isReasonRequired(call) && (reason == null || reason.isBlank())) {
            request.abortWith(Problems.noReason());
        }
    }

    /** The locator on the way to a method may ask for a reason too; it asks for all that lies behind it. */
    private boolean isReasonRequired(Call call) {
        Matched locator = call.locator();
        return rule.reasonRequired() || (locator != null && locator.rule().reasonRequired());
    }
}

package dev.auditlog.capture;

import dev.auditlog.Activity;
import dev.auditlog.AuditException;
import dev.auditlog.AuditUnavailableException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the call which resource method was found, before anything can refuse it; refuses it if no event can be kept. */
final class MatchedFilter implements ContainerRequestFilter {

    private final Rule rule;
    private final @Nullable String template;
    private final Class<?> type;
    private final Method method;

    MatchedFilter(Rule rule, @Nullable String template, Class<?> type, Method method) {
        this.rule = rule;
        this.template = template;
        this.type = type;
        this.method = method;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Call call = CurrentCall.call();
        if (call == null) {
            if (isTooLate()) {
                request.abortWith(Problems.notRun());
            }
            return;
        }
        UriInfo uri = request.getUriInfo();
        String route = template == null ? rebuilt(uri.getPath(), uri.getPathParameters()) : template;
        call.matched(Matched.of(ruleFor(call), route, method, uri));
        Matched scope = Scope.of(call);
        if (scope == null) {
            if (Scope.isGap(call, rule)) {
                request.abortWith(Problems.notCovered());
            }
            return;
        }
        Deployment deployment = call.deployment();
        Activity activity = scope.rule().activityOf(request.getMethod());
        AuditException refusal = Atomicity.refusalOfResource(deployment, scope.rule(), activity, type, method);
        if (refusal instanceof AuditUnavailableException) {
            call.refusedBeforeRun();
            request.abortWith(Problems.notRun());
        } else if (refusal != null) {
            call.fail(refusal);
            request.abortWith(Problems.stopped(refusal));
        }
    }

    /** Whether the method is audited, and was found only after its call had been let through: the next one is not. */
    boolean isTooLate() {
        return CurrentCall.isPassing() && rule.audited();
    }

    /** A method without a rule of its own takes the one of the audited locator that led to it. */
    private Rule ruleFor(Call call) {
        Matched locator = call.locator();
        if (locator == null || rule.audited() || rule.refused() != null) {
            return rule;
        }
        return rule.behind(locator.rule());
    }

    /** The method of a sub-resource has no template of its own: its path with the values replaced by their names. */
    private static String rebuilt(String path, Map<String, List<String>> parameters) {
        Map<String, String> names = new LinkedHashMap<>();
        parameters.forEach((name, values) -> values.forEach(value -> names.putIfAbsent(value, "{" + name + "}")));
        StringBuilder route = new StringBuilder();
        for (String segment : path.split("/")) {
            if (!segment.isEmpty()) {
                route.append('/').append(names.getOrDefault(segment, segment));
            }
        }
        return route.toString();
    }
}

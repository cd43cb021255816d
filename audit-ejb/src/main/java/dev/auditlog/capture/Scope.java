package dev.auditlog.capture;

import dev.auditlog.Activity;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a call is audited at all, and by which rule (design, section 3, "Which calls").
 *
 * <p>An annotated method; with {@code audit.capture.include} every JAX-RS call under those paths. A call that reached no
 * method (405, 406, 415) belongs to the audited locator that ran, else to the best-matching resource class. A path
 * without any resource (404) and automatic OPTIONS count only under include.
 */
final class Scope {

    private Scope() {}

    /** Returns by what a call is audited; null where it is not. */
    static @Nullable Matched of(Call call) {
        Matched matched = call.matched();
        if (matched != null) {
            return isAudited(call, matched.rule()) ? matched : null;
        }
        String path = call.jaxrsPath();
        if (path == null) { // the runtime refuses some calls before any filter, such as those with a bad Content-Type
            path = call.deployment().jaxrsPaths().below(call.facts().pathInContext());
        }
        return path == null ? null : unreached(call, path);
    }

    /** Whether the calls of a resource method are audited, as far as this can be said without a call. */
    static boolean covers(Deployment deployment, Class<?> type, Method method) {
        Rule rule = deployment.rules().read(type, method);
        return rule.audited() || (rule.refused() == null && included(deployment, RouteTable.template(type, method)));
    }

    private static boolean included(Deployment deployment, @Nullable String template) {
        if (template == null) {
            return false; // a sub-resource: its place depends on the call
        }
        return deployment.jaxrsPaths().bases().stream()
                .anyMatch(base -> deployment.config().captures(base + template));
    }

    private static boolean isAudited(Call call, Rule rule) {
        return rule.audited() || (rule.refused() == null && included(call));
    }

    private static boolean included(Call call) {
        return call.deployment().config().captures(call.facts().pathInContext());
    }

    private static @Nullable Matched unreached(Call call, String path) {
        String method = call.facts().method();
        boolean included = included(call);
        if (method.equals("OPTIONS")) {
            return included ? generic(call, "OPTIONS " + path) : null;
        }
        if (call.locator() != null) {
            return call.locator(); // it threw, or nothing fits behind it
        }
        Optional<RouteTable.Route> best = call.deployment().routes().best(path, method);
        if (best.isPresent()) {
            RouteTable.Route route = best.get();
            Rule rule = route.rule().named(method + " " + route.template(), Activity.DEFAULT);
            return isAudited(call, route.rule()) ? noMethod(rule, route.template()) : null;
        }
        return included ? generic(call, method + " " + path) : null;
    }

    private static Matched generic(Call call, String operation) {
        return noMethod(call.deployment().rules().readClass(Object.class).named(operation, Activity.DEFAULT), null);
    }

    private static Matched noMethod(Rule rule, @Nullable String template) {
        return new Matched(rule, template, null, Map.of(), Map.of());
    }
}

package dev.auditlog.capture;

import dev.auditlog.Activity;
import dev.auditlog.config.AuditConfig;
import dev.auditlog.coverage.Grounds;
import dev.auditlog.coverage.ResourceMethod;
import java.lang.reflect.Method;
import java.util.List;
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
        List<String> paths = deployment.jaxrsPaths().with(RouteTable.template(type, method));
        return grounds(rule, null, paths, deployment.config()).isAudited();
    }

    /**
     * Says on what grounds the calls of a resource method are audited or not, as far as this can be said without a call.
     *
     * @param locator rule of the audited locator that leads to it; null without one
     * @param paths templates within the context root under which it stands; none where its place depends on the call
     */
    static Grounds grounds(Rule rule, @Nullable Rule locator, List<String> paths, AuditConfig config) {
        if (rule.audited()) {
            return Grounds.ANNOTATED;
        }
        if (rule.refused() != null) {
            return Grounds.NOT_AUDITED;
        }
        if (locator != null) {
            return Grounds.BEHIND_LOCATOR;
        }
        if (paths.stream().anyMatch(config::captures)) {
            return Grounds.INCLUDED;
        }
        return !paths.isEmpty() && paths.stream().allMatch(config::excludes) ? Grounds.EXCLUDED : Grounds.NOT_ANNOTATED;
    }

    /** Whether a call leaves no event although its method must be covered: {@code audit.coverage.required}. */
    static boolean isGap(Call call, Rule rule) {
        AuditConfig config = call.deployment().config();
        return config.coverageRequired()
                        .includes(ResourceMethod.isMutator(call.facts().method()))
                && rule.refused() == null
                && !config.excludes(call.facts().pathInContext())
                && of(call) == null;
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

package dev.auditlog.capture;

import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What JAX-RS knows of a call.
 *
 * @param rule what is asked for
 * @param route path template
 * @param method resource method that runs; null where the call reached none
 * @param pathParameters decoded path parameters by name
 * @param queryParameters decoded query parameters by name
 */
record Matched(
        Rule rule,
        @Nullable String route,
        @Nullable Method method,
        Map<String, List<String>> pathParameters,
        Map<String, List<String>> queryParameters) {

    /** Takes the parameters as they are now: what JAX-RS hands out may change as it goes on. */
    static Matched of(Rule rule, @Nullable String route, @Nullable Method method, UriInfo uri) {
        return new Matched(rule, route, method, copy(uri.getPathParameters()), copy(uri.getQueryParameters()));
    }

    private static Map<String, List<String>> copy(Map<String, List<String>> parameters) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        parameters.forEach((name, values) -> copy.put(name, new ArrayList<>(values)));
        return copy;
    }

    /** Whether a method is the one that runs, as seen through a container's subclass or an interface. */
    boolean isMethod(Method other) {
        return method != null
                && method.getName().equals(other.getName())
                && java.util.Arrays.equals(method.getParameterTypes(), other.getParameterTypes())
                && (method.getDeclaringClass().isAssignableFrom(other.getDeclaringClass())
                        || other.getDeclaringClass().isAssignableFrom(method.getDeclaringClass()));
    }
}

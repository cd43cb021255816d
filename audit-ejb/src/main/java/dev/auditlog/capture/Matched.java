package dev.auditlog.capture;

import java.lang.reflect.Method;
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

    /** Whether a method is the one that runs, as seen through a container's subclass or an interface. */
    boolean isMethod(Method other) {
        return method != null
                && method.getName().equals(other.getName())
                && java.util.Arrays.equals(method.getParameterTypes(), other.getParameterTypes())
                && (method.getDeclaringClass().isAssignableFrom(other.getDeclaringClass())
                        || other.getDeclaringClass().isAssignableFrom(method.getDeclaringClass()));
    }
}

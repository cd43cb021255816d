package dev.auditlog.coverage;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A resource method as JAX-RS finds it.
 *
 * @param type class name
 * @param name name of the method
 * @param verb HTTP method; {@code *} for a locator whose sub-resources are not known
 * @param path path template below the context root; null for a sub-resource whose place depends on the call
 */
public record ResourceMethod(String type, String name, String verb, @Nullable String path) {

    /** A locator's, behind which there may be any. */
    public static final String ANY_VERB = "*";

    /** Those that RFC 9110 and the registry of HTTP methods call safe. */
    private static final Set<String> SAFE =
            Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "REPORT", "SEARCH", "QUERY");

    /** Class and method as they stand in an event's operation: {@code OrderResource.create}. */
    public String shortName() {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1) + "." + name;
    }

    /** Whether a call of it may change something, by its HTTP method. */
    public boolean isMutator() {
        return isMutator(verb);
    }

    /** Whether an HTTP method is not a safe one; one that nobody knows is none. */
    public static boolean isMutator(String verb) {
        return !SAFE.contains(verb) && !verb.equals(ANY_VERB);
    }
}

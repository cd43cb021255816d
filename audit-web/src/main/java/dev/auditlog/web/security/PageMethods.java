package dev.auditlog.web.security;

import java.util.List;

/**
 * The HTTP methods that the console's own addresses take. Faces takes any method for a look at a page, and so would let
 * a DELETE through as one.
 */
final class PageMethods {

    private static final List<String> READING = List.of("GET", "HEAD");
    private static final List<String> WITH_FORM = List.of("GET", "HEAD", "POST");

    private PageMethods() {}

    /** @param path path within the console, decoded; for the API it says nothing */
    static List<String> of(String path) {
        int end = path.indexOf('.');
        return switch (end < 0 ? path : path.substring(0, end)) {
            case "/sign-out", "/change-view" -> List.of("POST");
            case "/sign-in", "/accounts", "/password", "/recorders" -> WITH_FORM;
            default -> READING;
        };
    }
}

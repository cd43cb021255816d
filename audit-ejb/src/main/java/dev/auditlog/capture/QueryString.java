package dev.auditlog.capture;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The arguments of a query string, read without asking the container, which might take the body for them. */
final class QueryString {

    private QueryString() {}

    /** Parses {@code application/x-www-form-urlencoded}; what cannot be decoded is kept as it is. */
    static Map<String, List<String>> parse(String query) {
        Map<String, List<String>> arguments = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            arguments.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        }
        return arguments;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}

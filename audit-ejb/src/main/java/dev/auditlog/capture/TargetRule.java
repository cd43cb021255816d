package dev.auditlog.capture;

import dev.auditlog.event.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the object of a call from its parameters (S6 of the seed) and, after a 201, from {@code Location}. */
final class TargetRule {

    private static final List<String> USUAL = List.of("id", "resource_id", "resourceId");

    private TargetRule() {}

    static Target of(Matched matched, int status, @Nullable String location) {
        Rule rule = matched.rule();
        return new Target(rule.targetType(), id(matched, status, location), null);
    }

    private static @Nullable String id(Matched matched, int status, @Nullable String location) {
        String named = matched.rule().target();
        if (!named.isEmpty()) {
            return value(matched, named);
        }
        if (status == 201 && location != null) {
            return lastSegment(location);
        }
        List<String> path = new ArrayList<>(
                matched.route() == null
                        ? List.copyOf(matched.pathParameters().keySet())
                        : RouteTable.variables(matched.route()));
        List<String> all = new ArrayList<>(path);
        matched.rule().parameters().stream().filter(p -> !all.contains(p)).forEach(all::add);
        for (String usual : USUAL) {
            if (all.contains(usual) && value(matched, usual) != null) {
                return value(matched, usual);
            }
        }
        for (int i = all.size() - 1; i >= 0; i--) {
            String name = all.get(i);
            if ((name.endsWith("Id") || name.endsWith("_id")) && value(matched, name) != null) {
                return value(matched, name);
            }
        }
        return path.isEmpty() ? null : value(matched, path.get(path.size() - 1));
    }

    private static @Nullable String value(Matched matched, String name) {
        String inPath = first(matched.pathParameters(), name);
        return inPath == null ? first(matched.queryParameters(), name) : inPath;
    }

    private static @Nullable String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** The last segment of the path of a URI reference, percent-decoded; null where the path has none. */
    static @Nullable String lastSegment(String location) {
        String path = location.replaceAll("[?#].*$", "").replaceAll("/+$", "");
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (last.isEmpty()) {
            return null;
        }
        try {
            return java.net.URLDecoder.decode(last.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return last;
        }
    }
}

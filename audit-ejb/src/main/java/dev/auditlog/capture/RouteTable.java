package dev.auditlog.capture;

import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The resource methods of an application with their paths. Tells which class a call belongs to that reached no method
 * (405, 406, 415), since the JAX-RS runtime does not say. Filled at start, read by many threads.
 */
final class RouteTable {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\s*([\\w.-]+)\\s*(?::\\s*((?:[^{}]|\\{[^{}]*})+))?}");

    private final List<Route> routes = new CopyOnWriteArrayList<>();

    /**
     * One resource method.
     *
     * @param template path template below the application's base, such as {@code /orders/{id}}
     * @param httpMethod HTTP method
     * @param type resource class
     * @param rule what is asked for
     * @param pattern the template as a regular expression
     */
    record Route(String template, String httpMethod, Class<?> type, Rule rule, Pattern pattern) {}

    void add(String template, String httpMethod, Class<?> type, Rule rule) {
        boolean known = routes.stream()
                .anyMatch(r -> r.template().equals(template)
                        && r.httpMethod().equals(httpMethod)
                        && r.type().equals(type)
                        && r.rule().operation().equals(rule.operation()));
        if (!known) {
            routes.add(new Route(template, httpMethod, type, rule, compile(template)));
        }
    }

    List<Route> all() {
        return List.copyOf(routes);
    }

    /**
     * Returns the route that fits a path best: most literal characters first, as JAX-RS 3.1 section 3.7.2 sorts; among
     * equal ones that of the same HTTP method, then an audited one.
     */
    Optional<Route> best(String path, String httpMethod) {
        List<Route> fitting = new ArrayList<>();
        for (Route route : routes) {
            if (route.pattern().matcher(path).matches()) {
                fitting.add(route);
            }
        }
        return fitting.stream()
                .min(Comparator.comparingInt((Route r) -> -literals(r.template()))
                        .thenComparing(r -> !r.httpMethod().equals(httpMethod))
                        .thenComparing(r -> !r.rule().audited()));
    }

    /** Returns the names of a template's variables, in order. */
    static List<String> variables(String template) {
        return VARIABLE.matcher(template).results().map(m -> m.group(1)).toList();
    }

    private static int literals(String template) {
        return VARIABLE.matcher(template).replaceAll("").length();
    }

    private static Pattern compile(String template) {
        StringBuilder regex = new StringBuilder();
        var matcher = VARIABLE.matcher(template);
        int at = 0;
        while (matcher.find()) {
            regex.append(Pattern.quote(template.substring(at, matcher.start())));
            String own = matcher.group(2);
            regex.append("(?:").append(own == null ? "[^/]+" : own.strip()).append(')');
            at = matcher.end();
        }
        regex.append(Pattern.quote(template.substring(at))).append("/?");
        return Pattern.compile(regex.toString());
    }

    /** Returns the path of a resource method below the application's; null for the method of a sub-resource. */
    static @Nullable String template(Class<?> type, Method method) {
        Optional<Path> ofClass = Annotations.onType(type, Path.class);
        String ofMethod =
                Annotations.onMethod(type, method, Path.class).map(Path::value).orElse("");
        return ofClass.map(path -> join(path.value(), ofMethod)).orElse(null);
    }

    /** Joins the paths of a class and a method to one template that begins with a slash. */
    static String join(String ofClass, String ofMethod) {
        String joined = "/" + strip(ofClass) + "/" + strip(ofMethod);
        String single = joined.replaceAll("/{2,}", "/");
        return single.length() > 1 && single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
    }

    private static String strip(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }
}

package dev.auditlog.capture;

import dev.auditlog.config.AuditConfig;
import dev.auditlog.coverage.CoveredMethod;
import dev.auditlog.coverage.Grounds;
import dev.auditlog.coverage.ResourceMethod;
import dev.auditlog.coverage.Terms;
import jakarta.ws.rs.Path;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks at resource classes as capture does at a call: {@link RuleReader} and {@link Scope} decide. Follows sub-resource
 * locators by what they declare to return. Used by one thread.
 */
final class CoverageScan {

    private static final Logger LOG = System.getLogger(CoverageScan.class.getName());

    private static final Comparator<CoveredMethod> ORDER = Comparator.comparing(
                    (CoveredMethod covered) -> String.valueOf(covered.method().path()))
            .thenComparing(covered -> covered.method().verb())
            .thenComparing(covered -> covered.method().shortName());

    private final AuditConfig config;
    private final RuleReader rules;
    private final JaxrsPaths paths;
    private final Predicate<Class<?>> beans;
    private final List<CoveredMethod> found = new ArrayList<>();
    private final Set<Class<?>> visited = new HashSet<>();
    private final Set<String> unreadable = new TreeSet<>();

    /**
     * Creates a scan.
     *
     * @param beans whether a class is a bean: only then the interceptor sees its locators run
     */
    CoverageScan(AuditConfig config, RuleReader rules, JaxrsPaths paths, Predicate<Class<?>> beans) {
        this.config = config;
        this.rules = rules;
        this.paths = paths;
        this.beans = beans;
    }

    /**
     * How one came to a class.
     *
     * @param template path so far; null where it is not known
     * @param locator rule of the last audited locator; null without one
     * @param types classes that were passed: a locator may lead back
     */
    private record Way(@Nullable String template, @Nullable Rule locator, Set<Class<?>> types) {

        Way to(Class<?> type, @Nullable String path, @Nullable Rule passed) {
            Set<Class<?>> longer = new HashSet<>(types);
            longer.add(type);
            return new Way(path, passed, longer);
        }
    }

    /**
     * Returns the resource methods of root resources and of all that they lead to.
     *
     * @param types root resources, and other classes among them
     * @param met classes that the runtime has met, sub-resources among them
     */
    List<CoveredMethod> of(Collection<Class<?>> types, Collection<Class<?>> met) {
        Set<Class<?>> all = new HashSet<>(types);
        all.addAll(met);
        all.stream().filter(CoverageScan::isResource).forEach(this::root);
        met.stream()
                .filter(type -> !visited.contains(type))
                .forEach(type -> resource(type, new Way(null, null, Set.of(type))));
        return found.stream().distinct().sorted(ORDER).toList();
    }

    /** Names of classes that need others which are missing. */
    Set<String> unreadable() {
        return unreadable;
    }

    static boolean isResource(Class<?> type) {
        return !Modifier.isAbstract(type.getModifiers())
                && Annotations.onType(type, Path.class).isPresent();
    }

    private void root(Class<?> type) {
        String path = Annotations.onType(type, Path.class).map(Path::value).orElse("");
        resource(type, new Way(RouteTable.join(path, ""), null, Set.of(type)));
    }

    private void resource(Class<?> type, Way way) {
        visited.add(type);
        try {
            for (Method method : type.getMethods()) {
                if (method.isBridge()) {
                    continue;
                }
                Annotations.httpMethod(type, method).ifPresent(verb -> method(type, method, verb, way));
                if (Annotations.isLocator(type, method)) {
                    locator(type, method, way);
                }
            }
        } catch (LinkageError missing) {
            LOG.log(Level.DEBUG, type.getName(), missing); // no JAX-RS runtime can use it either
            unreadable.add(type.getName());
        }
    }

    private void method(Class<?> type, Method method, String verb, Way way) {
        Rule rule = rules.read(type, method);
        Rule passed = way.locator();
        String template = template(type, method, way);
        Grounds grounds = Scope.grounds(rule, passed, paths.with(template), config);
        Rule effective = grounds == Grounds.BEHIND_LOCATOR && passed != null ? rule.behind(passed) : rule;
        found.add(new CoveredMethod(
                new ResourceMethod(type.getName(), method.getName(), verb, shown(template)),
                grounds,
                rule.refused(),
                grounds.isAudited() ? terms(effective, verb) : null));
    }

    private static Terms terms(Rule rule, String verb) {
        return new Terms(rule.operation(), rule.activityOf(verb), rule.outcomes(), rule.data(), rule.guarantee());
    }

    private void locator(Class<?> type, Method method, Way way) {
        String template = template(type, method, way);
        Rule own = rules.read(type, method);
        Rule passed = own.audited() && beans.test(type) ? own : way.locator();
        Class<?> target = returned(method);
        if (way.types().contains(target)) {
            return; // is listed where it was met first
        }
        int before = found.size();
        resource(target, way.to(target, template, passed));
        if (found.size() == before) {
            found.add(new CoveredMethod(
                    new ResourceMethod(type.getName(), method.getName(), ResourceMethod.ANY_VERB, shown(template)),
                    Grounds.UNKNOWN,
                    null,
                    null));
        }
    }

    /** A locator may return the object or its class. */
    private static Class<?> returned(Method method) {
        Type type = method.getGenericReturnType();
        if (method.getReturnType() == Class.class && type instanceof ParameterizedType of) {
            Type target = of.getActualTypeArguments()[0];
            return target instanceof Class<?> known ? known : Object.class;
        }
        return method.getReturnType();
    }

    private static @Nullable String template(Class<?> type, Method method, Way way) {
        String own =
                Annotations.onMethod(type, method, Path.class).map(Path::value).orElse("");
        return way.template() == null ? null : RouteTable.join(way.template(), own);
    }

    /** With the application's base where there is one only. */
    private @Nullable String shown(@Nullable String template) {
        List<String> placed = paths.with(template);
        return placed.size() == 1 ? placed.get(0) : template;
    }
}

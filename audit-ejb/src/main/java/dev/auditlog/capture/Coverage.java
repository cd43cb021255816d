package dev.auditlog.capture;

import dev.auditlog.config.CoverageRequired;
import dev.auditlog.coverage.CoverageReport;
import dev.auditlog.coverage.CoveredMethod;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Which resource methods of an application are audited; said in one line of the log when it starts, and told to the
 * console. A JAX-RS runtime may start at the first request only, so the start looks at what the archive holds; should the
 * runtime then know other methods, the line is said again.
 */
final class Coverage {

    private static final Logger LOG = System.getLogger(Coverage.class.getName());

    private final Deployment deployment;
    private final Set<Class<?>> met = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean logged = new AtomicBoolean();
    private volatile boolean covered;
    private volatile Consumer<CoverageReport> console = report -> {};
    private volatile String module = "";
    private volatile Set<Class<?>> archive = Set.of();
    private volatile String saidAtStart = "";
    private volatile List<CoveredMethod> told = List.of();

    Coverage(Deployment deployment) {
        this.deployment = deployment;
    }

    /** Says who tells the console. */
    void telling(Consumer<CoverageReport> whom) {
        console = whom;
    }

    /**
     * The JAX-RS runtime knows a resource method. It meets those of sub-resources at their first call only.
     *
     * @param audited whether its calls are, as far as this can be said without one
     */
    void add(Class<?> type, Method method, boolean audited) {
        if (audited) {
            covered = true;
        }
        if (met.add(type) && logged.get()) {
            tell(all());
        }
    }

    /**
     * Makes sure that the classes of an archive are covered as {@code audit.coverage.required} asks.
     *
     * @throws dev.auditlog.AuditException AUD-1000 if a method is not
     */
    void require(Collection<Class<?>> classes) {
        CoverageRequired required = deployment.config().coverageRequired();
        if (required != CoverageRequired.NONE) {
            report(scan(classes, Set.of())).require(required);
        }
    }

    /**
     * Says what the classes of an archive come to.
     *
     * @param contextPath of the web module
     */
    void start(String contextPath, Collection<Class<?>> classes) {
        module = contextPath;
        archive = Set.copyOf(classes);
        List<CoveredMethod> methods = scan(classes, Set.of());
        if (!methods.isEmpty()) {
            saidAtStart = line(methods);
            LOG.log(Level.INFO, saidAtStart);
        }
        tell(methods);
    }

    /** Whether the runtime has started, and knows of no method that is audited. */
    boolean isNone() {
        return logged.get() && !covered;
    }

    /** Says what the runtime knows, unless that was said at the start. */
    void logOnce() {
        if (!met.isEmpty() && logged.compareAndSet(false, true)) {
            String line = line(scan(Set.of(), met));
            if (!line.equals(saidAtStart)) {
                LOG.log(Level.INFO, line);
            }
            tell(all());
        }
    }

    /** What the archive holds, and what the runtime knows besides: it may not have started each of several applications. */
    private List<CoveredMethod> all() {
        return scan(archive, met);
    }

    private List<CoveredMethod> scan(Collection<Class<?>> classes, Collection<Class<?>> known) {
        return new CoverageScan(deployment.config(), deployment.rules(), deployment.jaxrsPaths(), Beans::isBean)
                .of(classes, known);
    }

    private void tell(List<CoveredMethod> methods) {
        if (!methods.equals(told) || told.isEmpty()) {
            told = methods;
            console.accept(report(methods));
        }
    }

    private CoverageReport report(List<CoveredMethod> methods) {
        return new CoverageReport(deployment.config().application(), module, methods);
    }

    private String line(List<CoveredMethod> methods) {
        long audited = methods.stream().filter(m -> m.grounds().isAudited()).count();
        String line = "Audit of " + deployment.config().application() + ": " + audited + " of " + methods.size()
                + " resource methods audited";
        if (audited == methods.size()) {
            return line;
        }
        return line + "; not: "
                + String.join(
                        ", ",
                        methods.stream()
                                .filter(m -> !m.grounds().isAudited())
                                .map(m -> m.method().shortName())
                                .distinct()
                                .sorted()
                                .toList());
    }
}

package dev.auditlog.capture;

import jakarta.ws.rs.Path;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Which resource methods of an application are audited; said in one line of the log when it starts. A JAX-RS runtime may
 * start at the first request only, so the start looks at what the archive holds; should the runtime then know other
 * methods, the line is said again.
 */
final class Coverage {

    private static final Logger LOG = System.getLogger(Coverage.class.getName());

    private final String application;
    private final Map<String, Boolean> methods = new ConcurrentSkipListMap<>();
    private final AtomicBoolean logged = new AtomicBoolean();
    private volatile String saidAtStart = "";

    Coverage(String application) {
        this.application = application;
    }

    void add(Class<?> type, Method method, boolean audited) {
        methods.put(type.getSimpleName() + "." + method.getName(), audited);
    }

    /** Says what the classes of an archive come to. */
    void start(Deployment deployment, Collection<Class<?>> classes) {
        Coverage archive = new Coverage(application);
        classes.stream().filter(Coverage::isResource).forEach(type -> archive.addAll(deployment, type));
        archive.logOnce();
        saidAtStart = archive.line();
    }

    private static boolean isResource(Class<?> type) {
        return !Modifier.isAbstract(type.getModifiers())
                && Annotations.onType(type, Path.class).isPresent();
    }

    private void addAll(Deployment deployment, Class<?> type) {
        try {
            for (Method method : type.getMethods()) {
                if (!method.isBridge() && Annotations.httpMethod(type, method).isPresent()) {
                    add(type, method, Scope.covers(deployment, type, method));
                }
            }
        } catch (LinkageError missing) {
            LOG.log(Level.DEBUG, type.getName(), missing); // no JAX-RS runtime can use it either
        }
    }

    /** Whether the runtime has started, and knows of no method that is audited. */
    boolean isNone() {
        return logged.get() && !methods.containsValue(true);
    }

    /** Says what the runtime knows, unless that was said at the start. */
    void logOnce() {
        if (!methods.isEmpty() && logged.compareAndSet(false, true)) {
            String line = line();
            if (!line.equals(saidAtStart)) {
                LOG.log(Level.INFO, line);
            }
        }
    }

    String line() {
        long audited = methods.values().stream().filter(a -> a).count();
        String line =
                "Audit of " + application + ": " + audited + " of " + methods.size() + " resource methods audited";
        if (audited == methods.size()) {
            return line;
        }
        return line + "; not: "
                + String.join(
                        ", ",
                        methods.entrySet().stream()
                                .filter(e -> !e.getValue())
                                .map(Map.Entry::getKey)
                                .toList());
    }
}

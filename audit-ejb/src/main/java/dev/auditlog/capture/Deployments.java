package dev.auditlog.capture;

import dev.auditlog.config.AuditConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * The deployments that this copy of the library serves: one in a WAR of its own, several in an EAR. Found by the context
 * class loader, since neither CDI nor JNDI is there at every moment of a start.
 */
final class Deployments {

    private static final Map<ClassLoader, Opened> OPEN = new WeakHashMap<>();

    private record Opened(Deployment deployment, SharedRecorders.Shared recorder) {}

    private Deployments() {}

    /** Opens the deployment of an application, or returns the one that is open. Empty where auditing is switched off. */
    static Optional<Deployment> open(ClassLoader archive) {
        synchronized (OPEN) {
            Opened known = OPEN.get(archive);
            if (known != null) {
                return Optional.of(known.deployment());
            }
            AuditConfig config = AuditConfig.current();
            if (!config.enabled()) {
                return Optional.empty();
            }
            Extensions extensions = new Extensions();
            SharedRecorders.Shared shared = SharedRecorders.acquire(config, extensions::sinks);
            Deployment deployment =
                    new Deployment(config, shared.recorder(), shared.outbox(), extensions, shared::warmUp);
            deployment.coverage().telling(shared::tell);
            OPEN.put(archive, new Opened(deployment, shared));
            return Optional.of(deployment);
        }
    }

    /** Asks for the threads of an application that starts, while none of its components runs. */
    static void prepare(ClassLoader archive) {
        Opened starting;
        synchronized (OPEN) {
            starting = OPEN.get(archive);
        }
        if (starting != null) {
            starting.recorder().prepare();
        }
    }

    /** Shows an application's figures in the server's metrics, where it has some; once the application has started. */
    static void showMetrics(ClassLoader archive) {
        Opened started;
        synchronized (OPEN) {
            started = OPEN.get(archive);
        }
        if (started != null) {
            started.recorder().showMetrics(archive);
        }
    }

    /** Closes the deployment of an application: waits until its events are durable, ends its threads. */
    static void close(ClassLoader archive) {
        Opened closing;
        synchronized (OPEN) {
            closing = OPEN.remove(archive);
        }
        if (closing != null) {
            closing.recorder().release();
        }
        AuditConfig.forget(archive);
        RecordLinks.forget();
    }

    /** Returns the deployment whose code runs on this thread. */
    static Optional<Deployment> current() {
        Frame frame = CurrentCall.innermost();
        if (frame != null) {
            return Optional.of(frame.deployment());
        }
        synchronized (OPEN) {
            for (ClassLoader c = Thread.currentThread().getContextClassLoader(); c != null; c = c.getParent()) {
                Opened found = OPEN.get(c);
                if (found != null) {
                    return Optional.of(found.deployment());
                }
            }
            return OPEN.size() == 1
                    ? OPEN.values().stream().map(Opened::deployment).findFirst()
                    : Optional.empty();
        }
    }

    /** Like {@link #current()}; opens one where the application has no web module, for instance for a timer. */
    static Optional<Deployment> currentOrBare() {
        Optional<Deployment> known = current();
        return known.isPresent() ? known : open(Thread.currentThread().getContextClassLoader());
    }

    /** Closes whatever is still open when the module ends. */
    static void closeAll() {
        List<ClassLoader> archives;
        synchronized (OPEN) {
            archives = List.copyOf(OPEN.keySet());
        }
        archives.forEach(Deployments::close);
    }
}

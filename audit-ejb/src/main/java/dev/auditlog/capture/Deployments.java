package dev.auditlog.capture;

import dev.auditlog.config.AuditConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The deployments that this copy of the library serves: one in a WAR of its own, several in an EAR. Found by the context
 * class loader, since neither CDI nor JNDI is there at every moment of a start.
 */
final class Deployments {

    private static final Map<ClassLoader, Opened> OPEN = new WeakHashMap<>();

    /** Those whose application has ended. They refuse, and hold no thread. */
    private static final Map<ClassLoader, Deployment> CLOSED = new WeakHashMap<>();

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
            CLOSED.remove(archive);
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
            if (closing != null) {
                CLOSED.put(archive, closing.deployment());
            }
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
            Opened found = ofThread(OPEN);
            if (found != null) {
                return Optional.of(found.deployment());
            }
            return OPEN.size() == 1
                    ? OPEN.values().stream().map(Opened::deployment).findFirst()
                    : Optional.empty();
        }
    }

    private static <T> @Nullable T ofThread(Map<ClassLoader, T> known) {
        for (ClassLoader c = Thread.currentThread().getContextClassLoader(); c != null; c = c.getParent()) {
            T found = known.get(c);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /**
     * Like {@link #current()}; opens one where the application has no web module, for instance for a timer. What still runs after the
     * end of its application gets the deployment that is closed: nobody would end the threads of another one.
     */
    static Optional<Deployment> currentOrBare() {
        Optional<Deployment> known = current();
        if (known.isPresent()) {
            return known;
        }
        Deployment closed;
        synchronized (OPEN) {
            closed = ofThread(CLOSED);
        }
        return closed == null ? open(Thread.currentThread().getContextClassLoader()) : Optional.of(closed);
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

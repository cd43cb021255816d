package dev.auditlog.metrics;

import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;

/** The server's metrics of an application. */
public interface ServerMetrics {

    /** Returns figures with these tags; there are none at first. */
    Meter meter(Map<String, String> tags);

    /**
     * Returns the metrics of the application whose code runs; empty where the server has no MicroProfile Metrics, has
     * switched it off, or the application has no CDI. To be called when the application has started.
     *
     * @param archive class loader of the application
     */
    static Optional<ServerMetrics> find(ClassLoader archive) {
        try {
            Class.forName("org.eclipse.microprofile.metrics.MetricRegistry", false, archive);
            return Optional.of(MicroProfileMetrics.ofApplication());
        } catch (ClassNotFoundException | LinkageError | RuntimeException none) {
            // most servers have none, and nothing depends on it
            System.getLogger(ServerMetrics.class.getName()).log(Level.DEBUG, "no MicroProfile Metrics", none);
            return Optional.empty();
        }
    }
}

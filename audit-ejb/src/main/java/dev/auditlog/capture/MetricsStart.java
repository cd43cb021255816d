package dev.auditlog.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;

/**
 * Shows the figures in the server's metrics as soon as the application's beans can be had. Where CDI starts before the
 * filters, as on Payara, there is no recorder yet, and {@link CaptureFilter} does it.
 */
@ApplicationScoped
public class MetricsStart {

    void started(@Observes @Initialized(ApplicationScoped.class) Object application) {
        Deployments.showMetrics(Thread.currentThread().getContextClassLoader());
    }
}

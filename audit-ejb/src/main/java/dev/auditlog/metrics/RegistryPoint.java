package dev.auditlog.metrics;

import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * Where the server puts its registry. A lookup without such a point fails on Payara, which asks the point for its scope.
 * Not a bean: a server without MicroProfile Metrics must not look at it.
 */
@Vetoed
class RegistryPoint {

    @Inject
    MetricRegistry registry;
}

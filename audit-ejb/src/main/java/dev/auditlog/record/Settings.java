package dev.auditlog.record;

import dev.auditlog.config.AuditConfig;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How a recorder works.
 *
 * @param application name of the deployment
 * @param node name of the node, as configured
 * @param limits of memory
 * @param timeout how long a caller waits at most
 * @param retry pause after a failure of the store
 * @param drain how long close waits at most
 * @param lease for how long the chain is taken; written again with each batch and each beat
 * @param clock of the process
 */
record Settings(
        String application,
        String node,
        Limits limits,
        Duration timeout,
        Duration retry,
        Duration drain,
        Duration lease,
        InstantSource clock) {

    /** How often a recorder that has nothing to write shows that it lives. */
    static final Duration BEAT = Duration.ofSeconds(5);

    /** The chain by its names in the configuration; a second node of one name has a numbered one. */
    String chain() {
        return application + "@" + node;
    }

    static Settings of(AuditConfig config) {
        Limits limits = new Limits(
                config.recordQueueEvents(),
                config.recordQueueBytes(),
                config.recordBatchEvents(),
                Math.min(Limits.BATCH_BYTES, config.recordQueueBytes()),
                Limits.LINGER_NANOS);
        return new Settings(
                config.application(),
                config.node(),
                limits,
                config.recordTimeout(),
                Duration.ofSeconds(1),
                config.recordDrain(),
                config.recordLease(),
                InstantSource.system());
    }
}

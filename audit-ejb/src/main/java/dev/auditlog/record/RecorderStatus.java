package dev.auditlog.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one recorder since the start of its deployment.
 *
 * @param application name of the deployment
 * @param node name of the node
 * @param accepting whether new calls are taken
 * @param recorded events made durable
 * @param refused events that could not be made durable in time, and calls that were refused before they ran
 * @param queued events that wait now
 * @param lastError what the store said last; null while it never failed
 * @param lastErrorAt when it said so
 */
public record RecorderStatus(
        String application,
        String node,
        boolean accepting,
        long recorded,
        long refused,
        int queued,
        @Nullable String lastError,
        @Nullable Instant lastErrorAt) {}

package dev.auditlog.record;

import org.jspecify.annotations.Nullable;

/**
 * Figures of one relay since the start of its deployment.
 *
 * @param open rows of calls that run, or whose event is not recorded yet
 * @param moved rows that were moved by the relay and not by their call
 * @param aside rows that were set aside, since the audit database refuses their events
 * @param fault what keeps calls from using the outbox; null if nothing
 */
public record RelayStatus(int open, long moved, long aside, @Nullable String fault) {}

package dev.auditlog.query;

/**
 * How many events match.
 *
 * @param value the count, or the cap
 * @param exact false where there are more than {@code value}
 */
public record EventTotal(long value, boolean exact) {}

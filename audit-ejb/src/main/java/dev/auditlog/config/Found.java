package dev.auditlog.config;

/**
 * A value and where it was found.
 *
 * @param value the value, trimmed
 * @param place the place in words, such as {@code the environment variable AUDIT_NODE}
 */
record Found(String value, String place) {}

package dev.auditlog.event;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong in a call; {@code error} in JSON.
 *
 * @param type class name of the exception
 * @param message its message, redacted and cut
 */
public record Failure(String type, @Nullable String message) {}

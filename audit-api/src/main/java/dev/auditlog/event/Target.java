package dev.auditlog.event;

import org.jspecify.annotations.Nullable;

/**
 * The object of a call.
 *
 * @param type kind of object, such as {@code Order}
 * @param id id within the type; null where the call is about the type as a whole, such as a list
 * @param name name for people, a snapshot
 */
public record Target(@Nullable String type, @Nullable String id, @Nullable String name) {}

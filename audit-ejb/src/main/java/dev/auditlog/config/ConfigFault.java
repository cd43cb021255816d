package dev.auditlog.config;

import java.io.Serializable;

/**
 * One key whose value cannot be used.
 *
 * @param code code of the message, such as {@code AUD-0104}
 * @param key the key
 * @param value what was found, cut to a printable length
 * @param message what is wrong, what is allowed, what to do; without the code
 */
public record ConfigFault(String code, String key, String value, String message) implements Serializable {}

/** Events in the formats that other programs read: tables, and the event schemas of security monitoring. ADR 0072. */
@NullMarked
package dev.auditlog.export;

import org.jspecify.annotations.NullMarked;

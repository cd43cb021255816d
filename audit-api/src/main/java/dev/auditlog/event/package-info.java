/** The audit event and its parts: immutable values, and nothing that acts. */
@NullMarked
package dev.auditlog.event;

import org.jspecify.annotations.NullMarked;

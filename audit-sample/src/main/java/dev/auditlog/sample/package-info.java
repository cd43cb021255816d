/** The order desk: a small application whose calls are audited. */
@NullMarked
package dev.auditlog.sample;

import org.jspecify.annotations.NullMarked;

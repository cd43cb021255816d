/** Takes secrets out of an event before it leaves the thread of its request, and caps its size. */
@NullMarked
package dev.auditlog.redact;

import org.jspecify.annotations.NullMarked;

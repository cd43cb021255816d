/** The page of one event: every field in groups, and the event as JSON. */
@NullMarked
package dev.auditlog.web.event;

import org.jspecify.annotations.NullMarked;

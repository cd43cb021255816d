/** Figures for the server's own metrics, where it has MicroProfile Metrics; knows nothing of what they count. */
@NullMarked
package dev.auditlog.metrics;

import org.jspecify.annotations.NullMarked;

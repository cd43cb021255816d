/** The way of a call from the first filter to the finished event: filter, JAX-RS feature and interceptor. */
@NullMarked
package dev.auditlog.capture;

import org.jspecify.annotations.NullMarked;

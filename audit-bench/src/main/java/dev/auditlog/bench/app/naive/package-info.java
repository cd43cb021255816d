/** The audit that many write themselves: an interceptor that stores one row for each call. */
@NullMarked
package dev.auditlog.bench.app.naive;

import org.jspecify.annotations.NullMarked;

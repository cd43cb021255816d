/** Rows of the naive audit, handed to an executor that nobody waits for. */
@NullMarked
package dev.auditlog.bench.app.later;

import org.jspecify.annotations.NullMarked;

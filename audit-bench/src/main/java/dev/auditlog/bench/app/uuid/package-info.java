/** Rows of the naive audit with random ids of their own, each in a transaction of its own. */
@NullMarked
package dev.auditlog.bench.app.uuid;

import org.jspecify.annotations.NullMarked;

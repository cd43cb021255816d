/** Rows of the naive audit with ids of a JPA sequence, each in a transaction of its own. */
@NullMarked
package dev.auditlog.bench.app.sequence;

import org.jspecify.annotations.NullMarked;

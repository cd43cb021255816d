/** A closed-loop HTTP load generator on one thread. */
@NullMarked
package dev.auditlog.bench.load;

import org.jspecify.annotations.NullMarked;

/** Closed-loop HTTP load: a generator on one thread, and one like those of most tools. */
@NullMarked
package dev.auditlog.bench.load;

import org.jspecify.annotations.NullMarked;

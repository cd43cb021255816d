/** Makes a realistic past: events of months, as the writer would have written them, the same again for the same seed. */
@NullMarked
package dev.auditlog.bench.seed;

import org.jspecify.annotations.NullMarked;

/** Makes events durable: a bounded queue, one writer thread, numbers without a gap. */
@NullMarked
package dev.auditlog.record;

import org.jspecify.annotations.NullMarked;

/** Tells the address that a call came from, by the TCP peer and the one header that a trusted proxy sets. */
@NullMarked
package dev.auditlog.address;

import org.jspecify.annotations.NullMarked;

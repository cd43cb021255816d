/** An event as JSON: the one form that REST, exports and the verifier share. */
@NullMarked
package dev.auditlog.canonical;

import org.jspecify.annotations.NullMarked;

/** An application without any audit. */
@NullMarked
package dev.auditlog.bench.app.plain;

import org.jspecify.annotations.NullMarked;

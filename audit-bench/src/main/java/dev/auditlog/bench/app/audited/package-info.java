/** The same application with this project's annotation. */
@NullMarked
package dev.auditlog.bench.app.audited;

import org.jspecify.annotations.NullMarked;

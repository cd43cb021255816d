/** The application with a transaction and this project's annotation. */
@NullMarked
package dev.auditlog.bench.app.auditedbusiness;

import org.jspecify.annotations.NullMarked;

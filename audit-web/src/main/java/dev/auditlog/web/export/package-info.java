/** The whole result of a query as a file, streamed, in the formats that other programs read. ADR 0072. */
@NullMarked
package dev.auditlog.web.export;

import org.jspecify.annotations.NullMarked;

/** Request bodies within bounds, and errors as problem documents (RFC 9457). */
@NullMarked
package dev.auditlog.sample.http;

import org.jspecify.annotations.NullMarked;

/** The search API: resources, who may call them, and problem documents (RFC 9457) for whatever goes wrong. */
@NullMarked
package dev.auditlog.web.rest;

import org.jspecify.annotations.NullMarked;

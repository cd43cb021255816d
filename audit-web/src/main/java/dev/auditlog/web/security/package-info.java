/** What every answer of the console carries: security headers, the outside address behind a proxy, error pages. */
@NullMarked
package dev.auditlog.web.security;

import org.jspecify.annotations.NullMarked;

/** Who uses the console: HTTP Basic for the API, a form and a session for the pages, and the way out. */
@NullMarked
package dev.auditlog.web.signin;

import org.jspecify.annotations.NullMarked;

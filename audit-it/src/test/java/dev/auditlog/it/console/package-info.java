/** The console in a real browser, on the stack that the try-out starts. */
@NullMarked
package dev.auditlog.it.console;

import org.jspecify.annotations.NullMarked;

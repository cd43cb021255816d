/** The try-out: starts a server with the console and the order desk, and lets some real traffic run. */
@NullMarked
package dev.auditlog.demo;

import org.jspecify.annotations.NullMarked;

/** Zalando's Logbook as a servlet filter: each request and response goes to a file, and nobody waits for the disk. */
@NullMarked
package dev.auditlog.bench.app.logbook;

import org.jspecify.annotations.NullMarked;

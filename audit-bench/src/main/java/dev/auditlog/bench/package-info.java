/** Benchmarks: starts a server and a database, puts applications under load in turn, and compares them. */
@NullMarked
package dev.auditlog.bench;

import org.jspecify.annotations.NullMarked;

/** A JDBC driver in front of the real one, in the server's library: it fails, or halts the JVM, at a named point. */
package dev.auditlog.fault.driver;

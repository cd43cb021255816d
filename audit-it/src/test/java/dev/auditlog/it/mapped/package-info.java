/** An application that maps all exceptions itself. */
package dev.auditlog.it.mapped;

/** An application that maps the library's exception itself. */
package dev.auditlog.it.mapped;

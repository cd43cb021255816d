/** An application whose events are kept together with what it changes. */
package dev.auditlog.it.atomic;

/** The application under fault whose events are kept together with its orders. */
package dev.auditlog.fault.atomic;

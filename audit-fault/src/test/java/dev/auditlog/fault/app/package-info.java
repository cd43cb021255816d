/** The application under fault. */
package dev.auditlog.fault.app;

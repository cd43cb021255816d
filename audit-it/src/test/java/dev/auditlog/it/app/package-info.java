/** The application under test: a resource method for every way that a call can end. Packed into WARs by the tests. */
package dev.auditlog.it.app;

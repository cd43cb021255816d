/** Puts rows into the audit tables and reads them, beside the library, for tests of what the console shows. */
package dev.auditlog.it.seeded;

/** The part of the application under test that uses the library's own types: AuditContext, Auditor, extension points. */
package dev.auditlog.it.inside;

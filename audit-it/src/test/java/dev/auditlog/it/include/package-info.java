/** An application without a single annotation of the library: it is audited by audit.capture.include alone. */
package dev.auditlog.it.include;

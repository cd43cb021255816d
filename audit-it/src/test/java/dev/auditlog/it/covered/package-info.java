/** An application that may start only if its mutators are covered. */
package dev.auditlog.it.covered;

/** Rules over all modules, and tests that need a container, a database or a browser. */
package dev.auditlog.it;

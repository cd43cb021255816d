/** An application without any audit whose call writes a row in a transaction of its own. */
@NullMarked
package dev.auditlog.bench.app.business;

import org.jspecify.annotations.NullMarked;

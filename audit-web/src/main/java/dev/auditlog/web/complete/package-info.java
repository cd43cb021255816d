/** What may stand next in a query: qualifiers, and values that begin with what was typed. */
@NullMarked
package dev.auditlog.web.complete;

import org.jspecify.annotations.NullMarked;

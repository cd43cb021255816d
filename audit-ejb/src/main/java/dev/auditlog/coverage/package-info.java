/** Which resource methods of each application are audited: the report of an application, its place, and what is required. */
@NullMarked
package dev.auditlog.coverage;

import org.jspecify.annotations.NullMarked;

/** The page that shows which resource methods of each application are audited. */
@NullMarked
package dev.auditlog.web.coverage;

import org.jspecify.annotations.NullMarked;

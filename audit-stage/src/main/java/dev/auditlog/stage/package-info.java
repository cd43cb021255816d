/** Servers and databases as processes of their own: started, frozen, killed and started again by tests. */
@NullMarked
package dev.auditlog.stage;

import org.jspecify.annotations.NullMarked;

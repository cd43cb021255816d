/** Pages on which people change the console's users and their own password. */
@NullMarked
package dev.auditlog.web.account;

import org.jspecify.annotations.NullMarked;

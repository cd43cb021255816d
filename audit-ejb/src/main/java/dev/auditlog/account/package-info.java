/** The console's own users: password hashes, roles, throttling of sign-ins, first users. */
@NullMarked
package dev.auditlog.account;

import org.jspecify.annotations.NullMarked;

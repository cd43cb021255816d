/** The state of recording, and what is done once when the console starts. */
@NullMarked
package dev.auditlog.web.health;

import org.jspecify.annotations.NullMarked;

/** Hours of the week by the clock of a zone, as queries and the configuration write them. */
@NullMarked
package dev.auditlog.hours;

import org.jspecify.annotations.NullMarked;

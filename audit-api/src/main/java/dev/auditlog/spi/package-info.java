/** The points where an application or an operator adds code of its own: a CDI bean of one of these types is used. */
@NullMarked
package dev.auditlog.spi;

import org.jspecify.annotations.NullMarked;

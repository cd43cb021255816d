/** What an application writes: the annotations and the two small interfaces that it may inject. */
@NullMarked
package dev.auditlog;

import org.jspecify.annotations.NullMarked;

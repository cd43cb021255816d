/** Orders with lines, customers and states, and the depots where they lie. */
@NullMarked
package dev.auditlog.sample.order;

import org.jspecify.annotations.NullMarked;

/** Documents that are handed in with an order. */
@NullMarked
package dev.auditlog.sample.document;

import org.jspecify.annotations.NullMarked;

/** What all applications under load share: the JAX-RS root and the JSON types. */
@NullMarked
package dev.auditlog.bench.app.rest;

import org.jspecify.annotations.NullMarked;

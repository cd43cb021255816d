/** Configuration keys, their types and defaults, and where their values are looked up. */
@NullMarked
package dev.auditlog.config;

import org.jspecify.annotations.NullMarked;

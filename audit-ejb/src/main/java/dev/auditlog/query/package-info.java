/** One filter object for list, REST and export: its language, its cursor, its pages. */
@NullMarked
package dev.auditlog.query;

import org.jspecify.annotations.NullMarked;

/** The words of the console: texts in the reader's language, sentences about events, times and values made visible. */
@NullMarked
package dev.auditlog.web.text;

import org.jspecify.annotations.NullMarked;

/** The list of events: what is asked for, which links lead on from it, and its lines. */
@NullMarked
package dev.auditlog.web.search;

import org.jspecify.annotations.NullMarked;

package dev.auditlog.web.search;

import dev.auditlog.AuditException;
import dev.auditlog.query.QuerySyntaxException;
import dev.auditlog.web.text.Faults;
import dev.auditlog.web.text.Texts;
import dev.auditlog.web.text.Visible;
import java.util.Locale;

/**
 * Why a list cannot be shown.
 *
 * @param kind what is wrong: {@code query}, {@code range}, {@code order}, {@code cursor} or {@code busy}
 * @param status HTTP status of the page
 * @param message what was found, what is allowed, what to do
 * @param before the query up to the faulty part; empty unless the query is wrong
 * @param marked the faulty part
 * @param after the rest of the query
 * @param position where the faulty part begins, from 0
 * @param end where it ends, exclusive
 */
public record Problem(
        String kind, int status, String message, String before, String marked, String after, int position, int end) {

    private static final int BAD_REQUEST = 400;
    private static final int UNAVAILABLE = 503;

    /** The query cannot be read. */
    static Problem query(String q, QuerySyntaxException fault, Locale locale) {
        int start = Math.min(fault.position(), q.length());
        int end = q.startsWith(fault.term(), start) ? start + fault.term().length() : start;
        if (end == start && start < q.length()) {
            end = q.offsetByCodePoints(start, 1);
        }
        return new Problem(
                "query",
                BAD_REQUEST,
                Faults.text(fault, locale),
                Visible.of(q.substring(0, start)),
                Visible.of(q.substring(start, end)),
                Visible.of(q.substring(end)),
                start,
                end);
    }

    /** The time range or the cursor cannot be read. */
    static Problem parameter(String kind, QuerySyntaxException fault, Locale locale) {
        return new Problem(kind, BAD_REQUEST, Faults.text(fault, locale), "", "", "", 0, 0);
    }

    /** The order is none. */
    static Problem order(String found, Texts texts) {
        return new Problem("order", BAD_REQUEST, SearchMessages.notAnOrder(found, texts), "", "", "", 0, 0);
    }

    /** The query is right, but it cannot be answered now. */
    static Problem busy(AuditException fault, Locale locale) {
        return new Problem("busy", UNAVAILABLE, Faults.text(fault, locale), "", "", "", 0, 0);
    }

    public boolean isQuery() {
        return kind.equals("query");
    }
}

package dev.auditlog.web.complete;

import dev.auditlog.query.EventQuery;
import dev.auditlog.query.QuerySyntaxException;

/** What the query package throws can only be had from it. */
final class Faults {

    private Faults() {}

    static QuerySyntaxException anySyntaxFault() {
        try {
            EventQuery.parse("nonsense:1");
            throw new AssertionError("that can be read");
        } catch (QuerySyntaxException fault) {
            return fault;
        }
    }
}

package dev.auditlog.query;

import dev.auditlog.hours.WeekHours;
import dev.auditlog.query.QuerySyntaxException.Fault;

/** Reads hours of the week. */
final class HoursReader {

    private HoursReader() {}

    /** Reads a value, or throws a syntax exception that says what is allowed. */
    static WeekHours read(TermValue value) {
        try {
            if (!value.prefix()) {
                return WeekHours.parse(value.text());
            }
        } catch (IllegalArgumentException refused) {
            throw bad(value); // says the same, and where
        }
        throw bad(value);
    }

    private static QuerySyntaxException bad(TermValue value) {
        return QueryMessages.badValue(
                Qualifier.HOURS.word(),
                WeekHours.ALLOWED,
                Fault.at(value.position(), value.shown(), WeekHours.ALLOWED));
    }
}

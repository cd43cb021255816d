package dev.auditlog.query;

import dev.auditlog.query.QuerySyntaxException.Fault;
import java.util.Locale;
import java.util.UUID;

/** Reads the id of an event, or its first characters, as the range of ids that begin so. */
final class IdReader {

    private static final String ALLOWED =
            "the id of an event or its first characters, such as 01935f2a-7c1d or 01935f2a*";
    private static final String LOWEST = "00000000-0000-0000-0000-000000000000";

    private IdReader() {}

    static Condition.Ids read(Qualifier qualifier, TermValue value) {
        String text = value.text().toLowerCase(Locale.ROOT);
        if (!isBeginning(text) || value.prefix() && text.length() == LOWEST.length()) {
            throw QueryMessages.badValue(qualifier.word(), ALLOWED, Fault.at(value.position(), value.shown(), ALLOWED));
        }
        String rest = LOWEST.substring(text.length());
        return new Condition.Ids(UUID.fromString(text + rest), UUID.fromString(text + rest.replace('0', 'f')));
    }

    private static boolean isBeginning(String text) {
        if (text.isEmpty() || text.length() > LOWEST.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean dash = LOWEST.charAt(i) == '-';
            if (dash ? c != '-' : "0123456789abcdef".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}

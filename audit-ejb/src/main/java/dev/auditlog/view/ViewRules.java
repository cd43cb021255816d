package dev.auditlog.view;

import dev.auditlog.query.EventQuery;
import dev.auditlog.query.TimeRange;
import java.time.Instant;
import java.util.Locale;

/** What a view may be called and may show. */
final class ViewRules {

    static final int MAX_NAME = 60;
    static final int MAX_QUERY = 2_000;
    static final int MAX_TIME = 40;
    static final int MAX_KEY = 64;
    static final int MAX_VIEWS = 100;

    private ViewRules() {}

    /** Returns the content as it is kept, or refuses it. */
    static ViewContent checked(ViewContent content) {
        EventQuery query = EventQuery.parse(content.query());
        TimeRange.parse(content.from(), content.to(), Instant.now());
        String text = query.text();
        fits("query", text, MAX_QUERY);
        fits("start of the range", content.from(), MAX_TIME);
        fits("end of the range", content.to(), MAX_TIME);
        return new ViewContent(name(content.name()), text, content.from(), content.to(), content.order());
    }

    /** Returns a name as it is kept, or refuses it. */
    static String name(String text) {
        String name = text.strip();
        boolean odd = name.codePoints()
                .anyMatch(c -> Character.isISOControl(c)
                        || Character.getType(c) == Character.SURROGATE
                        || Character.getType(c) == Character.FORMAT);
        if (name.isEmpty() || name.length() > MAX_NAME || odd) {
            throw ViewMessages.badName(text);
        }
        return name;
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static void fits(String what, String text, int max) {
        if (text.length() > max) {
            throw ViewMessages.tooLong(what, max);
        }
    }
}

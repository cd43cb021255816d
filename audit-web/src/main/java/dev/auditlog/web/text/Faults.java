package dev.auditlog.web.text;

import dev.auditlog.AuditException;
import dev.auditlog.query.QuerySyntaxException;
import dev.auditlog.query.QueryTimeoutException;
import dev.auditlog.query.TooManyQueriesException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * What a page says to its reader when something cannot be done: with the code of the message, in the reader's language where
 * there is a text for it. The API, the log and events have the message itself.
 */
public final class Faults {

    private static final String BUNDLE = "dev.auditlog.web.faults";
    private static final int SHOWN = 60;

    private Faults() {}

    /** Returns one line in which nothing is hidden. */
    public static String text(AuditException fault, Locale locale) {
        return Visible.of(text(fault.code(), values(fault), String.valueOf(fault.getMessage()), locale));
    }

    /** The text of a code with these values; the message itself where there is none. */
    static String text(String code, Object[] values, String message, Locale locale) {
        ResourceBundle texts = ResourceBundle.getBundle(
                BUNDLE, locale, Faults.class.getClassLoader(), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return texts.containsKey(code)
                ? code + " " + new MessageFormat(texts.getString(code), locale).format(values)
                : message;
    }

    private static Object[] values(AuditException fault) {
        if (fault instanceof QuerySyntaxException bad) {
            String meant = bad.suggestion();
            return new Object[] {
                cut(bad.term()),
                String.join(", ", bad.allowed()),
                meant == null ? "" : meant,
                meant == null ? 0 : 1,
                place(bad)
            };
        }
        if (fault instanceof QueryTimeoutException late) {
            return new Object[] {late.limit().toMillis()};
        }
        return fault instanceof TooManyQueriesException many ? new Object[] {many.limit()} : new Object[0];
    }

    /** People count from 1; of a text that is too long it is the last place that is allowed. */
    private static int place(QuerySyntaxException bad) {
        return bad.code().equals("AUD-0500") ? bad.position() : bad.position() + 1;
    }

    private static String cut(String term) {
        return term.codePointCount(0, term.length()) <= SHOWN
                ? term
                : term.substring(0, term.offsetByCodePoints(0, SHOWN)) + "…";
    }
}

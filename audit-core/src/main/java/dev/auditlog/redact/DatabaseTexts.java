package dev.auditlog.redact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds values beside secret columns where databases and their drivers name both, and in tables of text. */
final class DatabaseTexts {

    /** As PostgreSQL says which row is in the way. */
    private static final Pattern KEY = Pattern.compile("\\bKey \\(([^()]{1,256})\\)=\\(([^()]{1,1024})\\)");

    private static final Pattern DUPLICATE =
            Pattern.compile("(?i)\\bDuplicate entry '([^'\\n]{1,1024})' for key '([^'\\n]{1,128})'");

    /** As Hibernate tells what it binds. */
    private static final Pattern BOUND =
            Pattern.compile("(?i)\\bparameter \\[([^\\]\\n]{1,128})\\] as \\[\\w{1,32}\\] - \\[([^\\]\\n]{1,1024})\\]");

    private static final Pattern IDENTIFIED = Pattern.compile(
            "(?i)\\bidentified\\s{1,4}by\\s{1,4}(?:values?\\s{1,4}|password\\s{1,4})?([\"']?[^\\s;]{1,256})");

    private static final Pattern INSERTED =
            Pattern.compile("(?i)\\binsert\\s{1,4}into\\b[^()]{1,128}\\(([^()]{1,1024})\\)\\s{0,4}values\\b");

    private static final Pattern COLUMN_END = Pattern.compile("[,;|\\t]");
    private static final int LONGEST_HEADING = 1024;
    private static final int LONGEST_NAME = 48;

    private DatabaseTexts() {}

    static void find(NamedSpans found) {
        String text = found.text();
        if (text.indexOf('(') >= 0) {
            found.find(KEY, 1, 2);
            for (Matcher m = INSERTED.matcher(text); m.find(); ) {
                if (found.isAnySecret(m.group(1))) {
                    found.hide(m.end(), text.length());
                }
            }
        }
        if (text.indexOf('[') >= 0) {
            found.find(BOUND, 1, 2);
        }
        if (text.indexOf('\'') >= 0 && Hints.has(text, "duplicate")) {
            found.find(DUPLICATE, 2, 1);
        }
        if (Hints.has(text, "identified")) {
            for (Matcher m = IDENTIFIED.matcher(text); m.find(); ) {
                found.take(m.start(1), m.end(1));
            }
        }
        findInTable(text, found);
    }

    /** A first line that names columns, one of them a secret: then what follows is not kept. */
    private static void findInTable(String text, NamedSpans found) {
        int line = text.indexOf('\n');
        if (line < 0 || line > LONGEST_HEADING) {
            return;
        }
        String[] columns = COLUMN_END.split(text.substring(0, line), -1);
        for (String column : columns) {
            String name = column.replace("\"", "").strip();
            if (columns.length > 1 && name.length() <= LONGEST_NAME && found.isAnySecret(name)) {
                found.hide(line + 1, text.length());
            }
        }
    }
}

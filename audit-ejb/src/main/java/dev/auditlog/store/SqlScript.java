package dev.auditlog.store;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits an SQL file into its statements. A semicolon inside a string, a quoted name, a comment or a dollar-quoted body
 * (PostgreSQL) ends none. Comments outside of statements are dropped, those inside stay.
 */
final class SqlScript {

    private final String text;
    private final List<String> statements = new ArrayList<>();
    private int start;
    private boolean empty = true;

    private SqlScript(String text) {
        this.text = text;
    }

    /** Returns the statements in their order, without the semicolon. */
    static List<String> statements(String text) {
        return new SqlScript(text).split();
    }

    private List<String> split() {
        int at = 0;
        while (at < text.length()) {
            int next = tokenEnd(at);
            if (text.charAt(at) == ';') {
                end(at);
                start = next;
            } else if (!isComment(at) && !Character.isWhitespace(text.charAt(at))) {
                start = empty ? at : start;
                empty = false;
            }
            at = next;
        }
        end(text.length());
        return statements;
    }

    private void end(int at) {
        if (!empty) {
            statements.add(text.substring(start, at).strip());
        }
        empty = true;
    }

    /** Index after the string, quoted name, comment, dollar-quoted body or single character that begins here. */
    private int tokenEnd(int at) {
        char c = text.charAt(at);
        if (text.startsWith("--", at)) {
            return after("\n", at);
        }
        if (text.startsWith("/*", at)) {
            return after("*/", at + 2);
        }
        if (c == '\'' || c == '"') {
            return after(String.valueOf(c), at + 1); // a doubled quote reads as two strings side by side: the same end
        }
        if (c == '$') {
            return dollarQuoteEnd(at);
        }
        return at + 1;
    }

    private int dollarQuoteEnd(int at) {
        int close = text.indexOf('$', at + 1);
        boolean inName = at > 0 && Character.isJavaIdentifierPart(text.charAt(at - 1));
        if (inName || close < 0 || !isTag(text.substring(at + 1, close))) {
            return at + 1;
        }
        return after(text.substring(at, close + 1), close + 1);
    }

    private static boolean isTag(String name) {
        return name.isEmpty()
                || !Character.isDigit(name.charAt(0)) && name.chars().allMatch(Character::isJavaIdentifierPart);
    }

    private int after(String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }

    private boolean isComment(int at) {
        return text.startsWith("--", at) || text.startsWith("/*", at);
    }
}

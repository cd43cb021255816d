package dev.auditlog.store;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The text of an array of rows, as PostgreSQL reads it: <code>{"(1,\"a\",)","(2,\"b\",7)"}</code>. The first field is the row's
 * place, from 1; no text stands for null. A text stands in the quotes of its row, and the row in those of the array, so
 * quotes and backslashes are escaped twice (PostgreSQL's manual, 8.15.2 and 8.16.6).
 */
final class RowArray {

    private static final int CHARS_A_ROW = 1_024;
    private static final String QUOTE = "\\\"";
    private static final String ESCAPED_QUOTE = QUOTE + QUOTE;
    private static final String ESCAPED_BACKSLASH = "\\\\\\\\";

    private final StringBuilder text;

    private RowArray(int rows) {
        text = new StringBuilder(rows * CHARS_A_ROW).append('{');
    }

    /** Rows with these fields, of which each is a text, a number, a boolean or null. */
    static <T> String of(List<T> rows, List<Function<T, @Nullable Object>> fields) {
        RowArray array = new RowArray(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            array.text.append(i == 0 ? "\"(" : ",\"(").append(i + 1);
            for (Function<T, @Nullable Object> field : fields) {
                array.text.append(',');
                array.field(field.apply(rows.get(i)));
            }
            array.text.append(")\"");
        }
        return array.text.append('}').toString();
    }

    private void field(@Nullable Object value) {
        if (value instanceof String string) {
            text.append(QUOTE);
            escape(string);
            text.append(QUOTE);
        } else if (value != null) {
            text.append(value);
        }
    }

    /** In pieces, since most texts have nothing to escape. */
    private void escape(String string) {
        int done = 0;
        for (int i = 0; i < string.length(); i++) {
            char next = string.charAt(i);
            if (next == '"' || next == '\\') {
                text.append(string, done, i).append(next == '"' ? ESCAPED_QUOTE : ESCAPED_BACKSLASH);
                done = i + 1;
            }
        }
        text.append(string, done, string.length());
    }
}

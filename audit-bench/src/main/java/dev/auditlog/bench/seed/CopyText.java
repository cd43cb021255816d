package dev.auditlog.bench.seed;

import dev.auditlog.event.AuditEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows in the text format of PostgreSQL's COPY. */
final class CopyText {

    private static final List<Column> COLUMNS = Column.ALL;

    private final StringBuilder text;

    CopyText(int chars) {
        text = new StringBuilder(chars);
    }

    void add(AuditEvent event) {
        for (int i = 0; i < COLUMNS.size(); i++) {
            if (i > 0) {
                text.append('\t');
            }
            Object value = COLUMNS.get(i).value().apply(event);
            if (value == null) {
                text.append("\\N");
            } else if (value instanceof Boolean flag) {
                text.append(flag ? 't' : 'f');
            } else if (value instanceof String words) {
                addEscaped(words);
            } else {
                text.append(value);
            }
        }
        text.append('\n');
    }

    private void addEscaped(String words) {
        int done = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '\\' || c == '\t' || c == '\n' || c == '\r') {
                text.append(words, done, i).append('\\');
                text.append(c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : c);
                done = i + 1;
            }
        }
        text.append(words, done, words.length());
    }

    int length() {
        return text.length();
    }

    /** What was added since the last time. */
    byte[] take() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        return bytes;
    }
}

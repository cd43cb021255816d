package dev.auditlog.export;

import dev.auditlog.event.AuditEvent;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * CSV by RFC 4180, in which no cell is a formula to a spreadsheet.
 *
 * <p>A text that begins as formulas do gets a {@code '} before it (OWASP, CSV injection), and so does one that begins with
 * {@code '}, so that a reader who takes one away has the text again. Numbers and truth values are our own and stay bare.
 * An absent value is an empty cell, an empty text a pair of quotes.
 */
final class CsvRecords {

    /** Beginnings of formulas, also in the wide form that East Asian keyboards write. */
    private static final String ACTIVE = "=+-@\t\r\n'\uFF1D\uFF0B\uFF0D\uFF20";

    private static final String TO_QUOTE = ",\"\r\n";

    private CsvRecords() {}

    static String head() {
        return TableColumn.all().stream().map(TableColumn::name).collect(Collectors.joining(",", "", "\r\n"));
    }

    static void append(StringBuilder out, AuditEvent event) {
        List<TableColumn> columns = TableColumn.all();
        for (int i = 0; i < columns.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            cell(out, columns.get(i).value().apply(event));
        }
        out.append("\r\n");
    }

    static void cell(StringBuilder out, @Nullable Object value) {
        if (value instanceof String text) {
            text(out, text);
        } else if (value != null) {
            out.append(value);
        }
    }

    private static void text(StringBuilder out, String text) {
        boolean active = !text.isEmpty() && ACTIVE.indexOf(text.charAt(0)) >= 0;
        if (!text.isEmpty() && !isToQuote(text)) {
            out.append(active ? "'" : "").append(text);
            return;
        }
        out.append(active ? "\"'" : "\"");
        int from = 0;
        for (int quote = text.indexOf('"'); quote >= 0; quote = text.indexOf('"', from)) {
            out.append(text, from, quote + 1).append('"');
            from = quote + 1;
        }
        out.append(text, from, text.length()).append('"');
    }

    private static boolean isToQuote(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ',' && TO_QUOTE.indexOf(c) >= 0) {
                return true;
            }
        }
        return text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' '; // some readers trim what is bare
    }
}

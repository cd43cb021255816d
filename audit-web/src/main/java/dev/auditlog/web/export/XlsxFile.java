package dev.auditlog.web.export;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.export.TableColumn;
import dev.auditlog.export.TextFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * An Excel workbook: events in as many sheets as it takes, and a last one that says what they are. Texts are texts there,
 * never formulas. A workbook without its end is no ZIP archive, so nothing opens it.
 *
 * <p>A digest of the file cannot stand in the file; that of a workbook is the digest that the same events have as CSV.
 */
final class XlsxFile implements ExportFile {

    /** What Excel takes in a sheet, with the head. */
    static final int MAX_ROWS = 1_048_576;

    private static final int ROWS_IN_MEMORY = 200;
    private static final List<TableColumn> COLUMNS = TableColumn.all();

    private final Workbook book;
    private final int maxRows;
    private final Sha256 digest = new Sha256();
    private final StringBuilder csv = new StringBuilder();
    private @Nullable Worksheet sheet;
    private int sheets;
    private int rows;
    private long cutCells;

    XlsxFile(OutputStream out) {
        this(out, MAX_ROWS);
    }

    XlsxFile(OutputStream out, int maxRows) {
        this.book = new Workbook(out, "Audit", "1.0");
        this.maxRows = maxRows;
        digest.add(TextFormat.CSV.head());
    }

    @Override
    public void write(AuditEvent event) throws IOException {
        Worksheet now = sheet;
        if (now == null || rows == maxRows) {
            now = next();
        }
        for (int i = 0; i < COLUMNS.size(); i++) {
            put(now, rows, i, COLUMNS.get(i).value().apply(event));
        }
        rows++;
        if (rows % ROWS_IN_MEMORY == 0) {
            now.flush();
        }
        TextFormat.CSV.append(csv, event);
        digest.add(csv);
        csv.setLength(0);
    }

    private Worksheet next() throws IOException {
        if (sheet != null) {
            sheet.close();
        }
        sheets++;
        Worksheet next = book.newWorksheet(sheets == 1 ? "Events" : "Events " + sheets);
        for (int i = 0; i < COLUMNS.size(); i++) {
            next.inlineString(0, i, COLUMNS.get(i).name());
        }
        next.freezePane(0, 1);
        sheet = next;
        rows = 1;
        return next;
    }

    private void put(Worksheet target, int row, int column, @Nullable Object value) {
        if (value instanceof Number number) {
            target.value(row, column, number);
        } else if (value instanceof Boolean flag) {
            target.value(row, column, flag);
        } else if (value != null) {
            String text = value.toString();
            if (XlsxText.isTooLong(text)) {
                cutCells++;
            }
            target.inlineString(row, column, XlsxText.of(text));
        }
    }

    @Override
    public String digest() throws IOException {
        Worksheet last = sheet == null ? next() : sheet;
        last.close();
        return digest.hex();
    }

    @Override
    public void end(AuditEvent export) throws IOException {
        Worksheet about = book.newWorksheet("Export");
        int row = 0;
        for (Map.Entry<String, String> entry : export.attributes().entrySet()) {
            pair(about, row++, entry.getKey(), entry.getValue());
        }
        pair(about, row++, "sha256 of", "the events as the CSV export writes them, with its head");
        pair(about, row++, "cells cut at " + XlsxText.MAX + " characters", cutCells);
        pair(about, row++, "exported by", export.actor().id());
        pair(about, row, "event of this export", export.id().toString());
        about.close();
        book.finish();
    }

    private void pair(Worksheet about, int row, String name, @Nullable Object value) {
        about.inlineString(row, 0, name);
        put(about, row, 1, value);
    }
}

package dev.auditlog.export;

import dev.auditlog.canonical.EventJson;
import dev.auditlog.event.AuditEvent;
import java.util.function.BiConsumer;

/**
 * A format that is text: a head, then one record for each event. What a record holds is in docs/export.md. A pure
 * function of the event; safe for many threads.
 */
public enum TextFormat {
    /** The event's own JSON on one line. */
    JSONL("", (out, event) -> line(out, EventJson.text(event))),

    /** A table by RFC 4180 with a head; no cell is a formula. */
    CSV(CsvRecords.head(), CsvRecords::append),

    /** OCSF {@value OcsfFormat#VERSION}, class API Activity (6003), as JSON on one line. */
    OCSF("", (out, event) -> line(out, OcsfFormat.of(event).toString())),

    /** Elastic Common Schema {@value EcsFormat#VERSION}, as JSON on one line. */
    ECS("", (out, event) -> line(out, EcsFormat.of(event).toString())),

    /** ArcSight Common Event Format, version 0, one line without a syslog header. */
    CEF("", (out, event) -> line(out, CefFormat.of(event))),

    /** DMTF CADF 1.0 (DSP0262), as JSON on one line. */
    CADF("", (out, event) -> line(out, CadfFormat.of(event).toString()));

    private final String head;
    private final BiConsumer<StringBuilder, AuditEvent> record;

    TextFormat(String head, BiConsumer<StringBuilder, AuditEvent> record) {
        this.head = head;
        this.record = record;
    }

    /** What stands before the first record; empty where nothing does. */
    public String head() {
        return head;
    }

    /** Adds the record of an event, with the end of its line. */
    public void append(StringBuilder out, AuditEvent event) {
        record.accept(out, event);
    }

    private static void line(StringBuilder out, String text) {
        out.append(text).append('\n');
    }
}

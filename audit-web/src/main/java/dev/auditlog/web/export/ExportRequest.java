package dev.auditlog.web.export;

import dev.auditlog.query.EventQuery;
import dev.auditlog.web.rest.EventParameters;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an export asks for.
 *
 * @param query which events
 * @param format in which form
 * @param asOf when it was asked for: no later event is in it
 */
record ExportRequest(EventQuery query, ExportFormat format, Instant asOf) {

    private static final List<String> NAMES = List.of("format", "q", "from", "to", "order");
    private static final DateTimeFormatter IN_NAMES =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * Reads the parameters of a query string.
     *
     * @param now what relative times count from
     * @throws dev.auditlog.AuditException if one is unknown, repeated, or has a bad value; the answer is a 400
     */
    static ExportRequest parse(Map<String, List<String>> parameters, Instant now) {
        EventParameters given = EventParameters.of(parameters, NAMES);
        ExportFormat format = ExportFormat.parse(given.one("format"));
        return new ExportRequest(given.query(now), format, now.truncatedTo(ChronoUnit.MICROS));
    }

    /** The name that the file is to be kept under: its range and its format. */
    String fileName() {
        return "audit-events_" + inName(query.from()) + "_" + inName(query.to()) + "." + format.ending();
    }

    /** What is exported, as the events of the export and the end of the file tell it. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("query", query.text());
        attributes.put("from", String.valueOf(query.from()));
        attributes.put("to", String.valueOf(query.to()));
        attributes.put("order", query.order().name().toLowerCase(Locale.ROOT));
        attributes.put("format", format.text());
        attributes.put("asOf", asOf.toString());
        return attributes;
    }

    private static String inName(@Nullable Instant time) {
        return time == null ? "" : IN_NAMES.format(time);
    }
}

package dev.auditlog.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows of the audit table, read through the application's own JDBC servlet. */
final class Rows {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Http http;
    private final String context;

    Rows(Http http) {
        this(http, Archives.CONTEXT);
    }

    /** Reads through the application at that root. */
    Rows(Http http, String context) {
        this.http = http;
        this.context = context;
    }

    /** The rows of one call as they are now, oldest first; each column by its lower-case name, without nulls. */
    List<Map<String, String>> of(String correlation) {
        return where("correlation_id", correlation);
    }

    /** The only row of a call. */
    Map<String, String> only(String correlation) {
        List<Map<String, String>> rows = of(correlation);
        if (rows.size() != 1) {
            throw new AssertionError("expected one event, found " + rows);
        }
        return rows.get(0);
    }

    List<Map<String, String>> where(String column, String value) {
        String query = "?column=" + column + "&value=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        Http.Reply reply = http.send(Http.get(context + "/rows" + query));
        if (reply.status() != 200) {
            throw new AssertionError("rows answered " + reply.status() + ": " + reply.text());
        }
        return Json.createReader(new StringReader(reply.text())).readArray().getValuesAs(JsonObject.class).stream()
                .map(Rows::row)
                .sorted((a, b) -> a.get("id").compareTo(b.get("id")))
                .toList();
    }

    /** Waits until a call has that many rows; for events that may follow the response. */
    List<Map<String, String>> await(String correlation, int count) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<Map<String, String>> rows = of(correlation);
        while (rows.size() < count && System.nanoTime() < deadline) {
            rows = of(correlation);
        }
        return rows;
    }

    private static Map<String, String> row(JsonObject json) {
        Map<String, String> row = new TreeMap<>();
        json.forEach((column, value) -> row.put(column, ((JsonString) value).getString()));
        return row;
    }
}

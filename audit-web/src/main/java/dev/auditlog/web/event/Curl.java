package dev.auditlog.web.event;

import dev.auditlog.canonical.EventJson;
import dev.auditlog.event.Request;
import dev.auditlog.web.text.Visible;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request as a command for a POSIX shell. It is what was recorded: what was masked stays masked, and neither the host
 * nor who called is known. Everything stands in single quotes and without control characters, so that pasting it runs
 * nothing but curl.
 */
final class Curl {

    /** Where the application is; the reader's shell has to say. */
    private static final String BASE = "\"$BASE_URL\"";

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String IN_PATHS = "-._~!$&'()*+,;=:@/";
    private static final String IN_QUERIES = IN_PATHS + "?%[]";

    private Curl() {}

    /** Returns the command; empty where there was no request. */
    static String of(@Nullable Request request) {
        if (request == null) {
            return "";
        }
        List<String> command = new ArrayList<>(List.of("curl"));
        String query = request.query() == null ? "" : "?" + encoded(request.query(), IN_QUERIES);
        if (query.contains("[")) {
            command.add("--globoff"); // a mask is no range of curl's
        }
        if (!request.method().equals("GET")) {
            command.add(request.method().equals("HEAD") ? "--head" : "--request " + quoted(request.method()));
        }
        command.add(BASE + quoted(encoded(request.path(), IN_PATHS) + query));
        body(command, request);
        return String.join(" \\\n  ", command);
    }

    private static void body(List<String> command, Request request) {
        String data = request.data();
        if (data == null || request.bytes() == null) {
            return; // a GET's data are its arguments, which the address has
        }
        String type = request.contentType() == null ? "" : request.contentType();
        JsonValue value = EventJson.data(data);
        if (isForm(type) && value.getValueType() == JsonValue.ValueType.OBJECT) {
            fields(command, value.asJsonObject(), type.toLowerCase(Locale.ROOT).startsWith(FORM));
            return;
        }
        if (!type.isEmpty()) {
            command.add("--header " + quoted("Content-Type: " + type));
        }
        boolean text =
                value instanceof JsonString && !type.toLowerCase(Locale.ROOT).contains("json");
        command.add(
                "--data-raw " + quoted(text ? ((JsonString) value).getString() : Visible.escaped(value.toString())));
    }

    private static boolean isForm(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.startsWith(FORM) || lower.startsWith("multipart/form-data");
    }

    private static void fields(List<String> command, JsonObject fields, boolean encoded) {
        fields.forEach((name, value) -> {
            List<JsonValue> values =
                    value.getValueType() == JsonValue.ValueType.ARRAY ? value.asJsonArray() : List.of(value);
            for (JsonValue each : values) {
                String text = each instanceof JsonString string ? string.getString() : each.toString();
                command.add((encoded ? "--data-urlencode " : "--form-string ") + quoted(name + "=" + text));
            }
        });
    }

    /** In single quotes, in which a shell looks at nothing; what a terminal would obey is made visible. */
    private static String quoted(String text) {
        return "'" + Visible.of(text).replace("'", "'\\''") + "'";
    }

    /** Percent-encodes all but letters, digits and these. */
    private static String encoded(String text, String kept) {
        StringBuilder out = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || kept.indexOf(c) >= 0);
            out.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return out.toString();
    }
}

package dev.auditlog.it.corpus;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * What came back for one request.
 *
 * @param correlation the X-Request-ID that was sent, or null
 * @param status null where the server closed without a response
 * @param head status line and headers
 * @param body as it came; a transfer coding is not undone
 */
record Answer(String correlation, Integer status, String head, String body, Duration took) {

    static Answer parse(String correlation, byte[] bytes, Duration took) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!all.startsWith("HTTP/")) {
            return new Answer(correlation, null, "", all, took);
        }
        int end = all.indexOf("\r\n\r\n");
        String head = end < 0 ? all : all.substring(0, end);
        String body = end < 0 ? "" : all.substring(end + 4);
        return new Answer(correlation, Integer.valueOf(head.split(" ", 3)[1]), head, body, took);
    }

    /** Id of the event that the response names, or null. */
    String auditId() {
        for (String line : head.split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith("audit-id:")) {
                return line.substring(line.indexOf(':') + 1).strip();
            }
        }
        return null;
    }
}

package dev.auditlog.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.canonical.RandomEvents;
import dev.auditlog.event.AuditEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** CEF, read as its specification says: seven pipes that are not escaped, then keys before equals signs that are not. */
class CefFormatTest {

    private static final Pattern HEADER = Pattern.compile("((?:[^\\\\|]|\\\\.)*)\\|");
    private static final Pattern KEY = Pattern.compile("(?:^| )([A-Za-z0-9]+)=");

    /** Keys of the specification's dictionary that we use. */
    private static final Set<String> DICTIONARY = Set.of(
            "externalId",
            "rt",
            "cat",
            "act",
            "outcome",
            "app",
            "dvchost",
            "destinationServiceName",
            "reason",
            "msg",
            "deviceCustomDate1",
            "cn1",
            "cn2",
            "cn3",
            "suid",
            "suser",
            "spriv",
            "cs1",
            "cs2",
            "cs3",
            "cs4",
            "cs5",
            "cs6",
            "c6a2",
            "src",
            "requestMethod",
            "request",
            "requestClientApplication",
            "in");

    private static List<String> headers(String line) {
        List<String> headers = new ArrayList<>();
        Matcher header = HEADER.matcher(line);
        while (headers.size() < 7 && header.lookingAt()) {
            headers.add(header.group(1).replaceAll("\\\\(.)", "$1"));
            header.region(header.end(), line.length());
        }
        headers.add(line.substring(header.regionStart()));
        return headers;
    }

    private static Map<String, String> extension(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        String marked = text.replace("\\\\", "\u0002").replace("\\=", "\u0003");
        Matcher key = KEY.matcher(marked);
        int from = -1;
        String name = "";
        while (key.find()) {
            if (from >= 0) {
                fields.put(name, value(marked.substring(from, key.start())));
            }
            name = key.group(1);
            from = key.end();
        }
        fields.put(name, value(marked.substring(from)));
        return fields;
    }

    private static String value(String marked) {
        return marked.replace("\\n", "\n")
                .replace("\\r", "\r")
                .replace("\u0003", "=")
                .replace("\u0002", "\\");
    }

    @Test
    void line_ofHostileTexts_readBackIsTheTexts() {
        List<String> parts = headers(CefFormat.of(ExportEvents.hostile()));
        assertEquals(List.of("CEF:0", "dev.auditlog", "Audit", "1.0"), parts.subList(0, 4));
        assertEquals(ExportEvents.HOSTILE.replace('\r', ' ').replace('\n', ' '), parts.get(4));
        assertEquals("3", parts.get(6));
        Map<String, String> fields = extension(parts.get(7));
        assertEquals(ExportEvents.HOSTILE, fields.get("act"));
        assertEquals(ExportEvents.HOSTILE, fields.get("suid"));
        assertEquals(ExportEvents.HOSTILE, fields.get("requestClientApplication"));
        assertEquals("2001:db8::1", fields.get("c6a2"));
        assertEquals("Source IPv6 Address", fields.get("c6a2Label"));
        assertEquals(ExportEvents.HOSTILE + "?-q=+1", fields.get("request"));
    }

    @Test
    void line_ofAnyEvent_hasKeysOfTheDictionaryOrOfOurOwn() {
        RandomEvents random = new RandomEvents(new Random(9));
        for (int i = 0; i < 500; i++) {
            AuditEvent event = random.next();
            Map<String, String> fields = extension(headers(CefFormat.of(event)).get(7));
            assertEquals(event.id().toString(), fields.get("externalId"));
            for (String key : fields.keySet()) {
                String bare = key.endsWith("Label") ? key.substring(0, key.length() - 5) : key;
                assertTrue(DICTIONARY.contains(bare) || key.startsWith("auditlog"), key);
            }
        }
    }
}

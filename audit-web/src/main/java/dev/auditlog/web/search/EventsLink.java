package dev.auditlog.web.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The address of a list of events: the address is the whole state of the page. Immutable.
 *
 * @param base context path as the browser sees it
 * @param q query, empty for all
 * @param from start of the time range as it stands in the address: absolute, relative, or empty for the default
 * @param to end of the time range, likewise
 * @param cursor place in the list; empty for its start
 */
public record EventsLink(String base, String q, String from, String to, String cursor) {

    /** Another query over the same time, from the start of its list. */
    public EventsLink query(String text) {
        return new EventsLink(base, text, from, to, "");
    }

    /** The same query over another time. */
    public EventsLink range(String newFrom, String newTo) {
        return new EventsLink(base, q, newFrom, newTo, "");
    }

    /** Another place in the same list. */
    public EventsLink at(String place) {
        return new EventsLink(base, q, from, to, place);
    }

    public String url() {
        return base + "/events" + parameters();
    }

    /** Address of one event, with the way back to this list. */
    public String event(UUID id) {
        return base + "/events/" + id + parameters();
    }

    private String parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("q", q);
        parameters.put("from", from);
        parameters.put("to", to);
        parameters.put("cursor", cursor);
        String text = parameters.entrySet().stream()
                .filter(p -> !p.getValue().isEmpty())
                .map(p -> p.getKey() + "=" + encode(p.getValue()))
                .collect(Collectors.joining("&"));
        return text.isEmpty() ? "" : "?" + text;
    }

    /** Percent-encodes, but leaves what may stand in a query (RFC 3986, 3.4) and is easier to read as it is. */
    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("%3A", ":")
                .replace("%2F", "/")
                .replace("%2C", ",");
    }
}

package dev.auditlog.web.search;

import dev.auditlog.query.Order;
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
 * @param order {@code oldest}; empty for newest first
 * @param cursor place in the list; empty for its start
 * @param live whether the list tells of new events
 */
public record EventsLink(String base, String q, String from, String to, String order, String cursor, boolean live) {

    /** What the address says of a list that begins with its earliest event. */
    static final String OLDEST = "oldest";

    /** Parameter with the id of the event that is open beside the list. */
    private static final String EVENT = "event";

    /** A list that stands still. */
    public EventsLink(String base, String q, String from, String to, String order, String cursor) {
        this(base, q, from, to, order, cursor, false);
    }

    /** A list with its newest event first. */
    public EventsLink(String base, String q, String from, String to, String cursor) {
        this(base, q, from, to, "", cursor);
    }

    /** Another query over the same time, from the start of its list. */
    public EventsLink query(String text) {
        return new EventsLink(base, text, from, to, order, "", live);
    }

    /** The same query over another time; live only up to now. */
    public EventsLink range(String newFrom, String newTo) {
        return new EventsLink(base, q, newFrom, newTo, order, "", live && newTo.isEmpty());
    }

    /** The same query in another order, from its start. */
    public EventsLink order(Order value) {
        boolean oldest = value == Order.OLDEST;
        return new EventsLink(base, q, from, to, oldest ? OLDEST : "", "", live && !oldest);
    }

    /** Another place in the same list; live only at its start. */
    public EventsLink at(String place) {
        return new EventsLink(base, q, from, to, order, place, live && place.isEmpty());
    }

    /** The same list, live or not. */
    EventsLink live(boolean value) {
        return new EventsLink(base, q, from, to, order, cursor, value);
    }

    public String url() {
        return base + "/events" + text(parameters());
    }

    /** Address of this list with one event open beside it. */
    public String beside(UUID id) {
        return url(Map.of(EVENT, id.toString()));
    }

    /** Address of this list with what is open beside it now: an id as an address had it, or nothing. */
    public String keeping(String event) {
        return url(Map.of(EVENT, event));
    }

    /** Address of the page of one event, with the way back to this list. */
    public String event(UUID id) {
        return base + "/events/" + id + text(parameters());
    }

    /** Address of this list with more of a page's state. */
    public String url(Map<String, String> more) {
        return address("/events", more);
    }

    /** Address of another page of the console, with the way back to this list. */
    public String address(String path, Map<String, String> more) {
        Map<String, String> all = parameters();
        all.putAll(more);
        return base + path + text(all);
    }

    /** What the address carries, by name; what is empty is left out. For forms that lead back here. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("q", q);
        parameters.put("from", from);
        parameters.put("to", to);
        parameters.put("order", order);
        parameters.put("cursor", cursor);
        parameters.put("live", live ? "true" : "");
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }

    private static String text(Map<String, String> parameters) {
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

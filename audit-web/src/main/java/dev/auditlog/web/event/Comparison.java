package dev.auditlog.web.event;

import dev.auditlog.canonical.EventJson;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Request;
import dev.auditlog.web.text.Clock;
import dev.auditlog.web.text.Result;
import dev.auditlog.web.text.Words;
import java.util.List;

/**
 * Two events side by side, the older one at the left.
 *
 * @param old the older one
 * @param fresh the newer one
 * @param whole whether the events are compared as a whole, and not only the data of their requests
 * @param blank whether there is nothing to compare: neither recorded data
 * @param cut whether one is too long to be compared to its end
 * @param lines what differs, with the lines around it; empty where nothing does
 */
public record Comparison(Side old, Side fresh, boolean whole, boolean blank, boolean cut, List<DiffLine> lines) {

    /** One of the two events. */
    public record Side(String url, String sentence, Clock clock, Result result) {}

    /** Compares data of requests, or whole events where {@code whole} says so. */
    static Comparison of(AuditEvent one, AuditEvent other, boolean whole, EventPlace place, Words words) {
        boolean inOrder = one.id().compareTo(other.id()) <= 0 && !one.time().isAfter(other.time())
                || one.time().isBefore(other.time());
        AuditEvent old = inOrder ? one : other;
        AuditEvent fresh = inOrder ? other : one;
        List<String> left = PrettyJson.sortedLines(whole ? EventJson.text(old) : data(old));
        List<String> right = PrettyJson.sortedLines(whole ? EventJson.text(fresh) : data(fresh));
        return new Comparison(
                side(old, place, words),
                side(fresh, place, words),
                whole,
                left.isEmpty() && right.isEmpty(),
                Math.max(left.size(), right.size()) > LineDiff.MAX_LINES,
                LineDiff.of(left, right));
    }

    static boolean hasData(AuditEvent event) {
        return !data(event).isEmpty();
    }

    private static String data(AuditEvent event) {
        Request request = event.request();
        return request == null || request.data() == null ? "" : request.data();
    }

    private static Side side(AuditEvent event, EventPlace place, Words words) {
        return new Side(
                place.event(event.id()),
                words.sentences().text(event),
                words.clock(event.time()),
                Result.of(event, words.texts()));
    }
}

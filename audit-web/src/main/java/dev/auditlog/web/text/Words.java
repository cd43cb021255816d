package dev.auditlog.web.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How a reader is spoken to: language, zone, and what time it is.
 *
 * @param texts texts in the reader's language
 * @param zone zone of all times on the page
 * @param now when the page was asked for
 */
public record Words(Texts texts, ZoneId zone, Instant now) {

    public Sentences sentences() {
        return new Sentences(texts);
    }

    /** Name of the zone, such as {@code UTC} or {@code Europe/Berlin}. */
    public String zoneName() {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    public Clock clock(Instant instant) {
        return Clock.of(instant, zone, texts.locale(), now);
    }
}

package dev.auditlog.web.rest;

import dev.auditlog.query.Division;
import dev.auditlog.query.Facet;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** By what is to be counted, read as strictly as a search. */
final class CountParameters {

    static final List<String> OF_FACETS = List.of("q", "from", "to", "field");
    static final List<String> OF_HISTOGRAMS = List.of("q", "from", "to", "buckets", "zone");
    static final int DEFAULT_BUCKETS = 60;

    private CountParameters() {}

    static Facet facet(EventParameters asked) {
        String given = asked.one("field");
        String field = given == null ? "" : given;
        return Facet.of(field).orElseThrow(() -> RestMessages.notAField(field, Facet.words()));
    }

    /** Into at most so many parts, by the clock and the calendar of a zone. */
    static Division division(EventParameters asked) {
        return Division.atMost(buckets(asked), zone(asked));
    }

    /** A name alone: an offset knows of no change of the clock. */
    private static ZoneId zone(EventParameters asked) {
        String found = asked.one("zone");
        if (found == null) {
            return ZoneOffset.UTC;
        }
        if (!ZoneId.getAvailableZoneIds().contains(found)) {
            throw RestMessages.notAZone(found);
        }
        return ZoneId.of(found);
    }

    private static int buckets(EventParameters asked) {
        String found = asked.one("buckets");
        if (found == null) {
            return DEFAULT_BUCKETS;
        }
        int buckets = number(found);
        if (buckets < 1 || buckets > Division.MAX) {
            throw RestMessages.notBuckets(found, Division.MAX, DEFAULT_BUCKETS);
        }
        return buckets;
    }

    /** 0 for what is no number. */
    private static int number(String text) {
        try {
            return text.startsWith("+") ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}

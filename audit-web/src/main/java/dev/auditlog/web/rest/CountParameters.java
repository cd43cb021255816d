package dev.auditlog.web.rest;

import dev.auditlog.query.EventCounter;
import dev.auditlog.query.Facet;
import java.util.List;

/** By what is to be counted, read as strictly as a search. */
final class CountParameters {

    static final List<String> OF_FACETS = List.of("q", "from", "to", "field");
    static final List<String> OF_HISTOGRAMS = List.of("q", "from", "to", "buckets");
    static final int DEFAULT_BUCKETS = 60;

    private CountParameters() {}

    static Facet facet(EventParameters asked) {
        String given = asked.one("field");
        String field = given == null ? "" : given;
        return Facet.of(field).orElseThrow(() -> RestMessages.notAField(field, Facet.words()));
    }

    static int buckets(EventParameters asked) {
        String found = asked.one("buckets");
        if (found == null) {
            return DEFAULT_BUCKETS;
        }
        int buckets = number(found);
        if (buckets < 1 || buckets > EventCounter.MAX_BUCKETS) {
            throw RestMessages.notBuckets(found, EventCounter.MAX_BUCKETS, DEFAULT_BUCKETS);
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

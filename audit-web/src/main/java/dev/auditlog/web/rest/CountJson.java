package dev.auditlog.web.rest;

import dev.auditlog.query.EventTotal;
import dev.auditlog.query.FacetCounts;
import dev.auditlog.query.Histogram;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Counts as the API writes them. What was not counted is said: from when on the numbers hold. */
final class CountJson {

    private CountJson() {}

    static byte[] write(FacetCounts counts) {
        return object(json -> {
            json.write("field", counts.facet().word()).writeStartArray("values");
            counts.values().forEach(value -> json.writeStartObject()
                    .write("value", value.value())
                    .write("count", value.count())
                    .writeEnd());
            json.writeEnd();
            complete(json, counts.complete(), counts.countedFrom());
        });
    }

    static byte[] write(Histogram histogram) {
        return object(json -> {
            json.writeStartArray("buckets");
            histogram.buckets().forEach(bucket -> write(json, bucket));
            json.writeEnd();
            complete(json, histogram.complete(), histogram.countedFrom());
        });
    }

    static byte[] write(EventTotal arrived) {
        return object(json -> total(json, arrived));
    }

    static void total(JsonGenerator json, EventTotal total) {
        json.writeStartObject("total")
                .write("value", total.value())
                .write("relation", total.exact() ? "eq" : "gte")
                .writeEnd();
    }

    private static void write(JsonGenerator json, Histogram.Bucket bucket) {
        json.writeStartObject()
                .write("from", bucket.from().toString())
                .write("to", bucket.to().toString())
                .writeStartObject("counts");
        new TreeMap<>(bucket.counts()).forEach((outcome, count) -> json.write(outcome.name(), count));
        json.writeEnd().writeEnd();
    }

    private static void complete(JsonGenerator json, boolean complete, Instant countedFrom) {
        json.write("complete", complete);
        if (!complete) {
            json.write("countedFrom", countedFrom.toString());
        }
    }

    private static byte[] object(Consumer<JsonGenerator> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.createGenerator(bytes)) {
            json.writeStartObject();
            content.accept(json);
            json.writeEnd();
        }
        return bytes.toByteArray();
    }
}

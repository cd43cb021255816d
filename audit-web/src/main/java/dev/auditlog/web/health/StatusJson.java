package dev.auditlog.web.health;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

/** The state of recording as JSON. */
final class StatusJson {

    private StatusJson() {}

    /** Writes it for a caller who has not signed in. */
    static String write(Health health) {
        return Json.createObjectBuilder().add("status", health.name()).build().toString();
    }

    /** Writes it for a caller who has signed in. */
    static String write(Report report) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("status", report.health().name());
        if (!report.reasons().isEmpty()) {
            json.add("reasons", Json.createArrayBuilder(report.reasons()));
        }
        JsonArrayBuilder recorders = Json.createArrayBuilder();
        report.recorders().forEach(recorders::add);
        json.add("recorders", recorders);
        if (!report.complete()) {
            json.add("complete", false);
        }
        return json.build().toString();
    }
}

package dev.auditlog.web.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Answers that no cache may keep: they show events, or how many there are. */
final class Answers {

    private Answers() {}

    static Response json(byte[] json) {
        return Response.ok(json, MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .build();
    }
}

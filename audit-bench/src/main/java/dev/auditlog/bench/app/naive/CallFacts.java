package dev.auditlog.bench.app.naive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the naive audit knows of a call.
 *
 * @param time of the call's end
 * @param actor who called; null if nobody signed in
 * @param operation class and method
 * @param method of HTTP
 * @param path of the request
 * @param ip of the peer
 * @param agent header User-Agent; null if there was none
 * @param outcome SUCCESS or ERROR
 * @param micros how long it took
 * @param data the arguments as text
 */
public record CallFacts(
        Instant time,
        @Nullable String actor,
        String operation,
        String method,
        String path,
        String ip,
        @Nullable String agent,
        String outcome,
        long micros,
        String data) {}

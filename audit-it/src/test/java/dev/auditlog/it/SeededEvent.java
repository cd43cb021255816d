package dev.auditlog.it;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An event as a row of its own making, to be put beside those that the library wrote. */
public final class SeededEvent {

    /** Start of all seeded times: 2001-09-09T01:46:40Z, where no other event is. */
    static final long START_US = 1_000_000_000_000_000L;

    private final Map<String, Object> columns = new LinkedHashMap<>();
    private final String id;

    /** @param number sequence in its chain, and milliseconds after the start */
    public SeededEvent(String chain, int number) {
        this(chain, number, number);
    }

    /**
     * At a time of its own.
     *
     * @param millis after the start
     */
    public SeededEvent(String chain, int number, long millis) {
        long us = START_US + millis * 1000L;
        String time = String.format("%012x", us / 1000);
        id = time.substring(0, 8) + "-" + time.substring(8) + "-7000-8000-"
                + String.format("%04x%08x", chain.hashCode() & 0xffff, number);
        with("id", id)
                .with("chain", chain)
                .with("seq", number)
                .with("time_us", us)
                .with("recorded_us", us);
        with("application", "seeded").with("node", "n1").with("operation", "Thing.read");
        with("activity", "READ").with("outcome", "SUCCESS").with("tx_outcome", "NONE");
        with("duration_us", 1500).with("guarantee", "BEFORE_RESPONSE").with("actor_type", "USER");
        with("actor_roles", "[]").with("attributes", "{}");
    }

    public SeededEvent with(String column, Object value) {
        columns.put(column, value);
        return this;
    }

    public SeededEvent actor(String actorId, String name) {
        return with("actor_id", actorId)
                .with("actor_key", actorId.toLowerCase())
                .with("actor_name", name);
    }

    public SeededEvent target(String type, String targetId) {
        return with("target_type", type).with("target_id", targetId);
    }

    public SeededEvent ip(String ip, String key) {
        return with("source_ip", ip).with("source_key", key);
    }

    public String id() {
        return id;
    }

    public String sql() {
        String values = columns.values().stream().map(SeededEvent::literal).collect(Collectors.joining(", "));
        return "insert into audit_event (" + String.join(", ", columns.keySet()) + ") values (" + values + ")";
    }

    private static String literal(Object value) {
        return value instanceof String text ? "'" + text.replace("'", "''") + "'" : value.toString();
    }
}

package dev.auditlog.web.export;

import dev.auditlog.AuditContext;
import dev.auditlog.Auditor;
import dev.auditlog.event.Actor;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Request;
import dev.auditlog.query.EventCursor;
import dev.auditlog.query.EventFinder;
import dev.auditlog.query.EventPage;
import dev.auditlog.query.EventQuery;
import dev.auditlog.query.EventTotal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;

/** A recorder that keeps what it is given, a finder that finds it again, and events to write. */
final class Fakes implements Auditor, AuditContext, EventFinder {

    static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    final List<AuditEvent> recorded = new ArrayList<>();
    final Map<String, String> told = new TreeMap<>();
    boolean forgetful;
    boolean gone;
    final ExportRun run = new ExportRun("alice", () -> gone);

    static ExportRequest asked(String format) {
        return ExportRequest.parse(Map.of("format", List.of(format), "q", List.of("actor:alice")), NOW);
    }

    ExportStream stream(String format, Iterator<AuditEvent> events) {
        return new ExportStream(asked(format), events, this, this, this, run);
    }

    static AuditEvent event(long number, String data) {
        return AuditEvent.draft("OrderResource.read")
                .id(new UUID(0x01935f9a7b1e7000L, 0x8000000000000000L | number))
                .time(NOW.plusMillis(number))
                .recordedAt(NOW)
                .application("sample")
                .node("host-1")
                .sequence(number)
                .status(200)
                .actor(Actor.user("alice"))
                .request(new Request("GET", "/orders", null, null, null, null, data, null, false, List.of()))
                .toEvent();
    }

    static Iterator<AuditEvent> events(long count, String data) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(number -> event(number, data))
                .iterator();
    }

    @Override
    public String record(AuditEvent.Draft draft) {
        AuditEvent event = draft.id(new UUID(7, recorded.size()))
                .time(NOW)
                .application("audit")
                .node("host-1")
                .toEvent();
        recorded.add(event);
        return event.id().toString();
    }

    @Override
    public AuditContext attribute(String key, String value) {
        told.put(key, value);
        return this;
    }

    @Override
    public Optional<AuditEvent> find(UUID id) {
        return forgetful
                ? Optional.empty()
                : recorded.stream().filter(event -> event.id().equals(id)).findFirst();
    }

    @Override
    public AuditContext target(String type, String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AuditContext targetName(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AuditContext reason(String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public EventPage page(EventQuery query, EventCursor cursor, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public EventPage wholePage(EventQuery query, EventCursor cursor, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterator<AuditEvent> all(EventQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public EventTotal count(EventQuery query) {
        throw new UnsupportedOperationException();
    }
}

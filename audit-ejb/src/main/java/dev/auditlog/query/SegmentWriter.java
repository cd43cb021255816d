package dev.auditlog.query;

import dev.auditlog.query.Marks.Tail;
import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Makes segments of events, for {@link SegmentIds} to find them by. ADR 0076. */
final class SegmentWriter {

    /** Their ids just fit into one value of Derby that is no large object. */
    static final int EVENTS = 2_000;

    private static final List<String> SOURCES = Arrays.stream(SegmentColumn.values())
            .map(SegmentColumn::sql)
            .distinct()
            .toList();

    private SegmentWriter() {}

    static Follower follower() {
        return follower(EVENTS);
    }

    /** With segments of another size than the one that is worth it. */
    static Follower follower(int events) {
        return new Follower(MarkTable.SEGMENT, events, events, SegmentWriter::write);
    }

    private static void write(EntityManager em, List<Tail> parts) {
        List<Object[]> events = new ArrayList<>();
        for (Tail part : parts) {
            events.addAll(events(em, part));
        }
        if (events.isEmpty()) {
            return; // all of them were deleted
        }
        events.sort(Comparator.comparing(SegmentWriter::id));
        long segment = next(em);
        new SqlText()
                .add("insert into audit_segment (segment, low_id, high_id) values (")
                .bind(segment)
                .add(", ")
                .bind(id(events.get(0)))
                .add(", ")
                .bind(id(events.get(events.size() - 1)))
                .add(")")
                .update(em);
        column(em, segment, SegmentColumn.IDS, ids(events));
        for (SegmentColumn column : SegmentColumn.values()) {
            column(em, segment, column.field(), hashes(events, column));
        }
    }

    @SuppressWarnings("unchecked") // of a native query
    private static List<Object[]> events(EntityManager em, Tail part) {
        return part.select("id, " + String.join(", ", SOURCES)).query(em).getResultList();
    }

    private static String id(Object[] event) {
        return (String) event[0];
    }

    private static long next(EntityManager em) {
        Object last =
                em.createNativeQuery("select max(segment) from audit_segment").getSingleResult();
        return last == null ? 1 : ((Number) last).longValue() + 1;
    }

    private static byte[] ids(List<Object[]> events) {
        ByteBuffer body = ByteBuffer.allocate(2 * Long.BYTES * events.size());
        for (Object[] event : events) {
            UUID id = UUID.fromString(id(event));
            body.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        }
        return body.array();
    }

    private static byte[] hashes(List<Object[]> events, SegmentColumn column) {
        int place = 1 + SOURCES.indexOf(column.sql());
        ByteBuffer body = ByteBuffer.allocate(Integer.BYTES * events.size());
        events.forEach(event -> body.putInt(column.hash(event[place])));
        return body.array();
    }

    private static void column(EntityManager em, long segment, int field, byte[] body) {
        new SqlText()
                .add("insert into audit_segment_column (field, segment, body) values (")
                .bind(field)
                .add(", ")
                .bind(segment)
                .add(", ")
                .bind(body)
                .add(")")
                .update(em);
    }
}

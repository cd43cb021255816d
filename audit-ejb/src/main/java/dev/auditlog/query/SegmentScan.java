package dev.auditlog.query;

import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Looks through columns of segments for events that may match; any other of their events does not. */
final class SegmentScan {

    private static final String BODIES = "select segment, body from audit_segment_column where field = ";

    private final Asking asking;
    private final EntityManager em;
    private final List<SegmentKeys> asked;

    SegmentScan(Asking asking, EntityManager em, List<SegmentKeys> asked) {
        this.asking = asking;
        this.em = em;
        this.asked = asked;
    }

    /** A segment and the lowest and the highest id in it. */
    record Head(long segment, String low, String high) {}

    /** All segments that may have events of a query's time, in no order. */
    List<Head> heads(EventQuery query) {
        SqlText sql = new SqlText().add("select segment, low_id, high_id from audit_segment where segment > 0");
        EventSql.idFrom(query).ifPresent(low -> sql.add(" and high_id >= ").bind(low));
        EventSql.idTo(query).ifPresent(high -> sql.add(" and low_id < ").bind(high));
        return rows(sql).stream()
                .map(row -> new Head(((Number) row[0]).longValue(), (String) row[1], (String) row[2]))
                .toList();
    }

    /** Ids of events that may match, in no order. */
    List<String> candidates(List<Head> heads) {
        Map<Long, BitSet> places = new HashMap<>();
        for (int i = 0; i < asked.size() && (i == 0 || !places.isEmpty()); i++) {
            Map<Long, BitSet> matching = matching(heads, asked.get(i));
            if (i == 0) {
                places.putAll(matching);
            } else {
                places.forEach((segment, bits) -> bits.and(matching.getOrDefault(segment, new BitSet())));
            }
            places.values().removeIf(BitSet::isEmpty);
        }
        List<String> ids = new ArrayList<>();
        places.forEach((segment, bits) -> addIds(segment, bits, ids));
        return ids;
    }

    private Map<Long, BitSet> matching(List<Head> heads, SegmentKeys keys) {
        Map<Long, BitSet> places = new HashMap<>();
        keys.hashes().forEach((column, hashes) -> {
            for (long[] run : runs(heads)) {
                for (Object[] row : rows(bodies(column.field(), run[0], run[1]))) {
                    BitSet bits = places.computeIfAbsent(((Number) row[0]).longValue(), segment -> new BitSet());
                    mark(ByteBuffer.wrap((byte[]) row[1]).asIntBuffer(), hashes, bits);
                }
            }
        });
        return places;
    }

    private static void mark(IntBuffer stored, int[] hashes, BitSet bits) {
        for (int place = 0; place < stored.limit(); place++) {
            if (Arrays.binarySearch(hashes, stored.get(place)) >= 0) {
                bits.set(place);
            }
        }
    }

    /** Numbers that follow each other, from one to another one, so that each run is one look into the table. */
    private static List<long[]> runs(List<Head> heads) {
        List<long[]> runs = new ArrayList<>();
        heads.stream().map(Head::segment).sorted(Comparator.naturalOrder()).forEach(segment -> {
            long[] last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && last[1] + 1 == segment) {
                last[1] = segment;
            } else {
                runs.add(new long[] {segment, segment});
            }
        });
        return runs;
    }

    private void addIds(long segment, BitSet bits, List<String> ids) {
        byte[] body = (byte[]) rows(bodies(SegmentColumn.IDS, segment, segment)).get(0)[1];
        LongBuffer stored = ByteBuffer.wrap(body).asLongBuffer();
        bits.stream().forEach(place -> ids.add(new UUID(stored.get(2 * place), stored.get(2 * place + 1)).toString()));
    }

    private static SqlText bodies(int field, long from, long to) {
        return new SqlText()
                .add(BODIES)
                .bind(field)
                .add(" and segment >= ")
                .bind(from)
                .add(" and segment <= ")
                .bind(to);
    }

    @SuppressWarnings("unchecked") // of a native query
    private List<Object[]> rows(SqlText sql) {
        return asking.prepared(em, sql).getResultList();
    }
}

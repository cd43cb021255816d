package dev.auditlog.query;

import dev.auditlog.store.IndexTerm;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What a segment knows of each event: a hash of one value. The same as {@link IndexTerm}s, and a little more. A hash proves
 * nothing, but what has another hash has another value.
 */
enum SegmentColumn {
    OPERATION(1, "operation"),
    OPERATION_CLASS(2, "operation", SegmentColumn::beforeDot),
    APPLICATION(3, "application"),
    NODE(4, "node"),
    ACTIVITY(5, "activity"),
    TRANSACTION(6, "tx_outcome"),
    ACTOR_TYPE(7, "actor_type"),
    STATUS(8, "status"),
    SLOW(9, "duration_us", micros -> atLeast(micros, 1, IndexTerm.SECOND)),
    SLOWER(10, "duration_us", micros -> atLeast(micros, 10, IndexTerm.TEN_SECONDS)),
    SLOWEST(11, "duration_us", micros -> atLeast(micros, 60, IndexTerm.MINUTE)),
    ACTOR_KEY(12, "actor_key"),
    ACTOR_NAME(13, "lower(actor_name)"),
    ACTOR_GROUP(14, "actor_group"),
    ACTOR_SESSION(15, "actor_session"),
    TARGET_TYPE(16, "target_type"),
    TARGET_ID(17, "target_id"),
    SOURCE(18, "source_key"),
    SOURCE_IPV4_24(19, "source_key", key -> first(key, IndexTerm.IPV4_24)),
    SOURCE_IPV4_16(20, "source_key", key -> first(key, IndexTerm.IPV4_16)),
    SOURCE_IPV6_48(21, "source_key", key -> first(key, IndexTerm.IPV6_48)),
    METHOD(22, "lower(request_method)"),
    PATH(23, "request_path"),
    PATH_START(24, "request_path", SegmentColumn::betweenSlashes),
    REASON(25, "lower(reason)"),
    ERROR(26, "error_type", SegmentColumn::afterLastDot),
    CORRELATION(27, "correlation_id"),
    TRACE(28, "trace_id"),
    PARENT(29, "parent_id"),
    OUTCOME(30, "outcome"),
    CHAIN(31, "chain");

    /** Number of the column of ids. */
    static final int IDS = 0;

    private static final long SECOND_MICROS = 1_000_000;
    private static final int OF_NOTHING = 0;

    private final int field;
    private final String sql;
    private final UnaryOperator<String> part;

    SegmentColumn(int field, String sql) {
        this(field, sql, UnaryOperator.identity());
    }

    SegmentColumn(int field, String sql, UnaryOperator<String> part) {
        this.field = field;
        this.sql = sql;
        this.part = part;
    }

    static SegmentColumn of(IndexTerm term) {
        return valueOf(term.name());
    }

    /** Its number in the table, never used for anything else. */
    int field() {
        return field;
    }

    /** What it is made of. */
    String sql() {
        return sql;
    }

    /** The hash of what stands in the event. */
    int hash(@Nullable Object stored) {
        return stored == null ? OF_NOTHING : hashOf(part.apply(stored.toString()));
    }

    /** The hash of what is looked for. Blanks at the end make no difference, as for Derby. */
    static int hashOf(String value) {
        int end = value.length();
        while (end > 0 && value.charAt(end - 1) == ' ') {
            end--;
        }
        CRC32C crc = new CRC32C();
        crc.update(value.substring(0, end).getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }

    private static String beforeDot(String text) {
        int dot = text.indexOf('.');
        return dot < 0 ? text : text.substring(0, dot);
    }

    private static String afterLastDot(String text) {
        return text.substring(text.lastIndexOf('.') + 1);
    }

    private static String betweenSlashes(String path) {
        int first = path.indexOf('/');
        int second = path.indexOf('/', first + 1);
        return path.substring(first + 1, second < 0 ? path.length() : second);
    }

    private static String atLeast(String micros, int seconds, String name) {
        return Long.parseLong(micros) >= seconds * SECOND_MICROS ? name : "";
    }

    private static String first(String key, int digits) {
        return key.substring(0, Math.min(digits, key.length()));
    }
}

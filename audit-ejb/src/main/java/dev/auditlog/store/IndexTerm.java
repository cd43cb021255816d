package dev.auditlog.store;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What the index {@code ix_audit_event_terms} of PostgreSQL finds events by: a hash for each of these that an event has.
 * One inverted index answers all of them and any of them together, at the price of two or three others. ADR 0073.
 *
 * <p>A hash alone proves nothing, since two texts can share one: the condition itself has to stand beside it.
 */
public enum IndexTerm {
    OPERATION(1, "operation"),
    /** The part of the operation before its first dot, by which operations of one class begin. */
    OPERATION_CLASS(2, "split_part(operation, '.', 1)"),
    APPLICATION(3, "application"),
    NODE(4, "node"),
    ACTIVITY(5, "activity::text"),
    TRANSACTION(6, "tx_outcome::text"),
    ACTOR_TYPE(7, "actor_type::text"),
    STATUS(8, "status::text"),
    /** {@value #SECOND} for calls of a second and more. */
    SLOW(9, "case when duration_us >= 1000000 then '1s' end"),
    /** {@value #TEN_SECONDS} for calls of ten seconds and more. */
    SLOWER(9, "case when duration_us >= 10000000 then '10s' end"),
    /** {@value #MINUTE} for calls of a minute and more. */
    SLOWEST(9, "case when duration_us >= 60000000 then '1m' end"),
    ACTOR_KEY(10, "actor_key"),
    /** The actor's name in the database's lower case, under the same number as the key: one of both is meant. */
    ACTOR_NAME(10, "lower(actor_name)"),
    ACTOR_GROUP(11, "actor_group"),
    ACTOR_SESSION(12, "actor_session"),
    TARGET_TYPE(13, "target_type"),
    TARGET_ID(14, "target_id"),
    SOURCE(15, "source_key"),
    /** The first {@value #IPV4_24} digits of the source's key: 24 bits of an IPv4 address. */
    SOURCE_IPV4_24(16, "substr(source_key, 1, 30)"),
    /** The first {@value #IPV4_16} digits of the source's key: 16 bits of an IPv4 address. */
    SOURCE_IPV4_16(17, "substr(source_key, 1, 28)"),
    /** The first {@value #IPV6_48} digits of the source's key: 48 bits of an IPv6 address. */
    SOURCE_IPV6_48(18, "substr(source_key, 1, 12)"),
    METHOD(19, "lower(request_method)"),
    PATH(20, "request_path"),
    /** What stands between the first and the second slash of the path. */
    PATH_START(21, "split_part(request_path, '/', 2)"),
    REASON(22, "lower(reason)"),
    /** The class of the error without its package. */
    ERROR(23, "substring(error_type from '[^.]+$')"),
    CORRELATION(24, "correlation_id"),
    TRACE(25, "trace_id"),
    PARENT(26, "parent_id");

    public static final String SECOND = "1s";
    public static final String TEN_SECONDS = "10s";
    public static final String MINUTE = "1m";
    public static final int IPV4_24 = 30;
    public static final int IPV4_16 = 28;
    public static final int IPV6_48 = 12;

    /** SQL of all hashes of an event. The index is on these very words, so a query has to use them too. */
    public static final String ALL = Arrays.stream(values())
            .map(term -> "hashtextextended(" + term.value + ", " + term.number + ")")
            .collect(Collectors.joining(", ", "(array[", "])"));

    private final int number;
    private final String value;

    IndexTerm(int number, String value) {
        this.number = number;
        this.value = value;
    }

    /** What stands behind a value's place in SQL to make its hash of it, which begins with {@link #HASH}. */
    public String hashEnd() {
        return ", " + number + ")";
    }

    /** What stands before a value's place in SQL to make its hash of it. */
    public static final String HASH = "hashtextextended(";
}

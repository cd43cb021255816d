package dev.auditlog.query;

import dev.auditlog.address.AddressRange;
import dev.auditlog.query.Marks.Tail;
import dev.auditlog.store.IndexTerm;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of an event goes into numbers and sightings. */
final class TakenEvent {

    private static final List<String> COLUMNS = List.of(
            "id",
            "time_us",
            "application",
            "outcome",
            "operation",
            "activity",
            "target_type",
            "actor_group",
            "status",
            "actor_id",
            "actor_key",
            "source_key",
            "node",
            "actor_type",
            "tx_outcome",
            "request_method",
            "error_type");

    private final Object[] row;

    private TakenEvent(Object[] row) {
        this.row = row;
    }

    /** The events of parts of chains. */
    static List<TakenEvent> of(EntityManager em, List<Tail> parts) {
        List<TakenEvent> events = new ArrayList<>();
        for (Tail part : parts) {
            for (Object one : part.select(String.join(", ", COLUMNS)).query(em).getResultList()) {
                events.add(new TakenEvent((Object[]) one));
            }
        }
        return events;
    }

    /** The event's value; null where it has none. */
    @Nullable
    String value(Counted kind) {
        return switch (kind) {
            case ALL -> "-";
            case OPERATION -> text("operation");
            case ACTIVITY -> text("activity");
            case TARGET -> text("target_type");
            case GROUP -> text("actor_group");
            case STATUS -> text("status");
            case ACTOR -> text("actor_id");
            case IP -> network(text("source_key"));
            case NODE -> text("node");
            case TYPE -> text("actor_type");
            case TRANSACTION -> text("tx_outcome");
            case METHOD -> text("request_method");
            case ERROR -> text("error_type");
        };
    }

    private static @Nullable String network(@Nullable String key) {
        if (key == null) {
            return null;
        }
        return key.substring(0, key.startsWith(AddressRange.IPV4_MAPPED) ? IndexTerm.IPV4_24 : IndexTerm.IPV6_48);
    }

    String application() {
        return String.valueOf(text("application"));
    }

    String outcome() {
        return String.valueOf(text("outcome"));
    }

    long micros() {
        return ((Number) row[COLUMNS.indexOf("time_us")]).longValue();
    }

    /** The actor at an address; null if one of both is not known. */
    @Nullable
    Sighting sighting() {
        String actor = text("actor_key");
        String source = text("source_key");
        return actor == null || source == null
                ? null
                : new Sighting(actor, source, String.valueOf(text("id")), micros(), micros());
    }

    private @Nullable String text(String column) {
        Object value = row[COLUMNS.indexOf(column)];
        return value == null ? null : value.toString();
    }
}

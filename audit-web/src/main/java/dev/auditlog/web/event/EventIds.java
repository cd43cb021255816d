package dev.auditlog.web.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids of events as they stand in addresses. */
final class EventIds {

    private EventIds() {}

    /** Null for a text that is no id. */
    static @Nullable UUID of(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    /** The id in its usual form; {@code none} for a text that is no id, whatever it is. */
    static String shown(String text) {
        UUID id = of(text);
        return id == null ? "none" : id.toString();
    }
}

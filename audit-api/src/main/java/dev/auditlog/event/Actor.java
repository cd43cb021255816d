package dev.auditlog.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who made the call, as known when the event was written.
 *
 * @param id stable id of the caller; null only for ANONYMOUS
 * @param name display name, a snapshot
 * @param type what the actor is
 * @param group group or tenant of the actor
 * @param roles those of the application's declared and configured roles that the caller has, sorted
 * @param auth authentication scheme, such as {@code BASIC} or {@code FORM}
 * @param session keyed hash of the session's id; never the id itself
 */
public record Actor(
        @Nullable String id,
        @Nullable String name,
        ActorType type,
        @Nullable String group,
        List<String> roles,
        @Nullable String auth,
        @Nullable String session) {

    public Actor {
        roles = List.copyOf(roles);
    }

    /** Nobody has signed in. */
    public static Actor anonymous() {
        return new Actor(null, null, ActorType.ANONYMOUS, null, List.of(), null, null);
    }

    /** The application itself, for instance a timer. */
    public static Actor system(String id) {
        return new Actor(id, null, ActorType.SYSTEM, null, List.of(), null, null);
    }

    /** A person or service of which only the id is known. */
    public static Actor user(String id) {
        return new Actor(id, null, ActorType.USER, null, List.of(), null, null);
    }
}

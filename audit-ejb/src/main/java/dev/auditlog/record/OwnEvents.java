package dev.auditlog.record;

import dev.auditlog.store.EventRow;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the recorder itself has to tell in the chain, until it is told: a thread that the server ends leaves it to the next
 * one. Used by the writer's thread alone.
 */
final class OwnEvents {

    private final InstantSource clock;
    private final Losses losses;
    private final ClockWatch process = new ClockWatch("process");
    private final ClockWatch database = new ClockWatch("database");
    private final List<Pending> untold = new ArrayList<>();

    OwnEvents(InstantSource clock, Losses losses) {
        this.clock = clock;
        this.losses = losses;
    }

    /** Looks at the process's clock. */
    void look() {
        process.look(clock);
    }

    /** The database's clock said this, between two moments of {@link System#nanoTime}. */
    void databaseSaid(Instant said, long fromNanos, long toNanos) {
        database.saw(said, fromNanos, toNanos);
    }

    /** Returns what is to be told now. */
    List<Pending> untold() {
        untold.removeIf(Pending::isAnswered);
        Instant now = clock.instant();
        add(losses.tell());
        add(process.tell(now));
        add(database.tell(now));
        return List.copyOf(untold);
    }

    private void add(@Nullable EventRow row) {
        if (row != null) {
            untold.add(Pending.own(row));
        }
    }
}

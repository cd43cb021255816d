package dev.auditlog.record;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What happened of late, and when last. Safe for many threads. */
final class Lately {

    private static final int SECONDS = 60;

    private final InstantSource clock;
    private final int[] counts = new int[SECONDS];
    private final long[] seconds = new long[SECONDS];
    private @Nullable Instant writtenAt;
    private @Nullable Instant refusedAt;
    private @Nullable Instant lostAt;

    Lately(InstantSource clock) {
        this.clock = clock;
        Arrays.fill(seconds, Long.MIN_VALUE);
    }

    synchronized void written(int events) {
        Instant now = clock.instant();
        writtenAt = now;
        long second = now.getEpochSecond();
        int place = (int) Math.floorMod(second, (long) SECONDS);
        counts[place] = seconds[place] == second ? counts[place] + events : events;
        seconds[place] = second;
    }

    synchronized void refused() {
        refusedAt = clock.instant();
    }

    synchronized void lost() {
        lostAt = clock.instant();
    }

    synchronized RecorderStatus.Recent read() {
        return new RecorderStatus.Recent(lastMinute(), writtenAt, refusedAt, lostAt);
    }

    private long lastMinute() {
        long now = clock.instant().getEpochSecond();
        long events = 0;
        for (int i = 0; i < SECONDS; i++) {
            // not those of a clock that was set back
            events += seconds[i] > now - SECONDS && seconds[i] <= now ? counts[i] : 0;
        }
        return events;
    }
}

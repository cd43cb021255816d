package dev.auditlog.web.search;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * From when on events are counted to know how many are new. A call's event has the time of its arrival and is written
 * when it ends, so one that is new may belong below the first that is shown: what is counted begins a minute before the
 * list was made, and of that so many are known.
 *
 * @param since inclusive
 * @param seen how many events of since then the list shows
 */
record NewEvents(Instant since, long seen) {

    /** Few calls last longer. Those that do are found in the list, but not told of. */
    static final Duration LATE = Duration.ofMinutes(1);

    /**
     * Decides where to begin.
     *
     * @param shown times of the events of the first page, newest first
     * @param made when the list was made
     * @param from where the list begins
     */
    static NewEvents of(List<Instant> shown, Instant made, Instant from) {
        Instant earliest = made.minus(LATE).truncatedTo(ChronoUnit.MICROS);
        Instant since = from.isAfter(earliest) ? from : earliest;
        long seen = shown.stream().filter(time -> !time.isBefore(since)).count();
        // more of them than a page shows: how many is not known, so only what is newer than the first counts
        return seen < SearchPage.PAGE_SIZE
                ? new NewEvents(since, seen)
                : new NewEvents(shown.get(0).plus(1, ChronoUnit.MICROS), 0);
    }
}

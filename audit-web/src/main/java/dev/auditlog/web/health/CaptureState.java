package dev.auditlog.web.health;

import dev.auditlog.web.health.RecorderMark.Kind;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * How recording is, all recorders together: what stands on every page.
 *
 * @param kind how the one is that is worst off; {@link Kind#LIVE} where all is well
 * @param who those that are so, the console's own first
 * @param figures sums over those that live
 * @param complete false where the database does not tell of others: then this is the console's own recorder alone
 */
record CaptureState(Kind kind, List<Who> who, Figures figures, boolean complete) {

    /** Silence that is older is on the page of the recorders only: the node was perhaps taken away for good. */
    static final Duration SILENCE = Duration.ofHours(1);

    private static final List<Kind> WORST_FIRST =
            List.of(Kind.OFF, Kind.REFUSING, Kind.LOSING, Kind.SILENT, Kind.DEGRADED);

    /**
     * A recorder that wants to be looked at.
     *
     * @param error what its store said last; empty if nothing
     */
    record Who(String application, String node, String error) {}

    /**
     * Sums over the recorders that live.
     *
     * @param recorders how many these are
     * @param perMinute events made durable in the last minute
     * @param queued events that wait in memory
     * @param lost events given up since the starts
     * @param spooled events that wait on disks
     */
    record Figures(long recorders, long perMinute, long queued, long lost, long spooled) {

        private static Figures of(List<JsonObject> recorders) {
            return new Figures(
                    recorders.size(),
                    sum(recorders, "perMinute"),
                    sum(recorders, "queued"),
                    sum(recorders, "lost"),
                    recorders.stream().mapToLong(Figures::spooled).sum());
        }

        private static long sum(List<JsonObject> recorders, String key) {
            return recorders.stream()
                    .mapToLong(recorder -> RecorderLine.number(recorder, key))
                    .sum();
        }

        private static long spooled(JsonObject recorder) {
            return recorder.get("spool") instanceof JsonObject spool ? RecorderLine.number(spool, "events") : 0;
        }
    }

    static CaptureState of(Report report) {
        List<JsonObject> living = report.recorders().stream()
                .filter(recorder -> isAlive(kind(recorder, report)))
                .toList();
        Kind worst = report.recorders().stream()
                .filter(recorder -> isNews(recorder, report.asOf()))
                .map(recorder -> kind(recorder, report))
                .filter(WORST_FIRST::contains)
                .min(Comparator.comparing(WORST_FIRST::indexOf))
                .orElse(report.reasons().isEmpty() ? Kind.LIVE : Kind.DEGRADED);
        List<Who> who = report.recorders().stream()
                .filter(recorder -> worst != Kind.LIVE && kind(recorder, report) == worst)
                .filter(recorder -> isNews(recorder, report.asOf()))
                .map(CaptureState::who)
                .toList();
        return new CaptureState(worst, who, Figures.of(living), report.complete());
    }

    private static Kind kind(JsonObject recorder, Report report) {
        return RecorderMark.kind(recorder, report.asOf());
    }

    private static boolean isAlive(Kind kind) {
        return kind != Kind.SILENT && kind != Kind.STOPPED && kind != Kind.OFF;
    }

    private static boolean isNews(JsonObject recorder, Instant asOf) {
        if (RecorderMark.kind(recorder, asOf) != Kind.SILENT) {
            return true;
        }
        Instant beat = RecorderLine.instant(recorder, "beatAt");
        return beat != null && beat.isAfter(asOf.minus(SILENCE));
    }

    private static Who who(JsonObject recorder) {
        return new Who(
                recorder.getString("application"), recorder.getString("node"), recorder.getString("lastError", ""));
    }

    /** Whether nothing is recorded, calls are refused or events lost: what nobody may overlook. */
    boolean isAlarming() {
        return kind == Kind.OFF || kind == Kind.REFUSING || kind == Kind.LOSING;
    }
}

package dev.auditlog.web.health;

import dev.auditlog.store.RecorderState;
import dev.auditlog.store.RecorderState.Life;
import dev.auditlog.web.text.Texts;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Locale;

/**
 * How a recorder is: a word and a sign of its own each, so that colour never stands alone. In the order in which they
 * want to be looked at.
 *
 * @param kind which
 * @param word in the reader's language
 */
public record RecorderMark(Kind kind, String word) {

    /** How a recorder is. */
    enum Kind {
        /** Its application runs, and nothing of it is recorded. */
        OFF("○", "error"),
        /** It does not speak any more, and did not say that it ends. */
        SILENT("▲", "error"),
        /** It speaks, and refuses calls. */
        REFUSING("⊘", "error"),
        /** It gave up events of late. */
        LOSING("✕", "error"),
        /** It records, and something weakens what is promised. */
        DEGRADED("!", "denied"),
        /** All is well. */
        LIVE("●", ""),
        /** It said that it ends. */
        STOPPED("■", "");

        private final String sign;
        private final String style;

        Kind(String sign, String style) {
            this.sign = sign;
            this.style = style;
        }
    }

    static RecorderMark of(JsonObject recorder, Instant asOf, Texts texts) {
        Kind kind = kind(recorder, asOf);
        return new RecorderMark(kind, texts.text("recorder." + kind));
    }

    static Kind kind(JsonObject recorder, Instant asOf) {
        Life life = Life.valueOf(recorder.getString("life"));
        if (life != Life.STOPPED && isOff(recorder, asOf)) {
            return Kind.OFF;
        }
        if (life != Life.LIVE) {
            return life == Life.SILENT ? Kind.SILENT : Kind.STOPPED;
        }
        if (!recorder.getBoolean("accepting", true)) {
            return Kind.REFUSING;
        }
        if (isRecent(recorder, "lostAt", asOf)) {
            return Kind.LOSING;
        }
        boolean weak = isSpooling(recorder)
                || isRecent(recorder, "refusedAt", asOf)
                || isRecent(recorder, "lastErrorAt", asOf)
                || Report.fault(recorder).isPresent()
                || !Report.concerns(recorder).isEmpty();
        return weak ? Kind.DEGRADED : Kind.LIVE;
    }

    /** One that is switched off speaks seldom: it is gone once it has missed two times. */
    private static boolean isOff(JsonObject recorder, Instant asOf) {
        Instant beat = RecorderLine.instant(recorder, "beatAt");
        return !recorder.getBoolean("enabled", true)
                && beat != null
                && beat.isAfter(asOf.minus(RecorderState.OFF_EVERY.multipliedBy(3)));
    }

    /** Whether events go to its spool. */
    static boolean isSpooling(JsonObject recorder) {
        return recorder.get("spool") instanceof JsonObject spool && spool.getBoolean("active", false);
    }

    /** Whether something was within the time for which a failure is told. */
    static boolean isRecent(JsonObject recorder, String key, Instant asOf) {
        Instant at = RecorderLine.instant(recorder, key);
        return at != null && at.isAfter(asOf.minus(Health.RECENT));
    }

    boolean lives() {
        return kind != Kind.SILENT && kind != Kind.STOPPED && kind != Kind.OFF;
    }

    public String sign() {
        return kind.sign;
    }

    /** Class name of the tag; empty where nothing is to be seen at once. */
    public String style() {
        return kind.style;
    }

    /** For the row. */
    public String name() {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}

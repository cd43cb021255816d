package dev.auditlog.web.health;

import dev.auditlog.store.RecorderState.Life;
import dev.auditlog.web.text.Texts;
import jakarta.json.JsonObject;
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
        /** It does not speak any more, and did not say that it ends. */
        SILENT("▲", "error"),
        /** It speaks, and refuses calls. */
        REFUSING("⊘", "error"),
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

    static RecorderMark of(JsonObject recorder, Texts texts) {
        Kind kind = kind(recorder);
        return new RecorderMark(kind, texts.text("recorder." + kind));
    }

    private static Kind kind(JsonObject recorder) {
        Life life = Life.valueOf(recorder.getString("life"));
        if (life != Life.LIVE) {
            return life == Life.SILENT ? Kind.SILENT : Kind.STOPPED;
        }
        if (!recorder.getBoolean("accepting", true)) {
            return Kind.REFUSING;
        }
        boolean spools = recorder.get("spool") instanceof JsonObject spool && spool.getBoolean("active", false);
        boolean weak = spools
                || Report.fault(recorder).isPresent()
                || !Report.concerns(recorder).isEmpty();
        return weak ? Kind.DEGRADED : Kind.LIVE;
    }

    boolean lives() {
        return kind != Kind.SILENT && kind != Kind.STOPPED;
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

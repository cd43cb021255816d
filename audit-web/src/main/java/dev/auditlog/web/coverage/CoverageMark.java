package dev.auditlog.web.coverage;

import dev.auditlog.coverage.CoveredMethod;
import dev.auditlog.web.text.Texts;

/**
 * Whether a method is audited: a word and a sign of its own each, so that colour never stands alone.
 *
 * @param style class name of the tag; {@code quiet} where nobody need look
 * @param sign before the word
 * @param word in the reader's language
 */
public record CoverageMark(String style, String sign, String word) {

    static CoverageMark of(CoveredMethod covered, Texts texts) {
        return switch (covered.grounds()) {
            case ANNOTATED, BEHIND_LOCATOR, INCLUDED -> new CoverageMark("quiet", "●", texts.text("coverage.audited"));
            case NOT_AUDITED, EXCLUDED -> new CoverageMark("quiet", "○", texts.text("coverage.leftOut"));
            case UNKNOWN -> new CoverageMark("unknown", "?", texts.text("coverage.unknown"));
            case NOT_ANNOTATED -> covered.method().isMutator()
                    ? new CoverageMark("error", "▲", texts.text("coverage.silent"))
                    : new CoverageMark("denied", "!", texts.text("coverage.silent"));
        };
    }
}

package dev.auditlog.web.text;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
import java.util.Locale;

/**
 * The mark of how a call ended. What is done is quiet; everything else has an icon, a word and a colour.
 *
 * @param style class name: {@code success}, {@code denied}, {@code failure}, {@code error}, {@code unknown}
 * @param icon a sign that differs for each outcome, so that colour never stands alone
 * @param word the outcome in the reader's language
 * @param status HTTP status; empty outside HTTP
 * @param done whether what was asked for came about
 */
public record Result(String style, String icon, String word, String status, boolean done) {

    public static Result of(AuditEvent event, Texts texts) {
        boolean done = Sentences.isDone(event);
        Integer status = event.status();
        String shown = status == null ? "" : status.toString();
        if (event.outcome() == Outcome.SUCCESS && !done) {
            return new Result("failure", "↩", texts.text("outcome.ROLLED_BACK"), shown, false);
        }
        return new Result(
                event.outcome().name().toLowerCase(Locale.ROOT),
                icon(event.outcome()),
                texts.text("outcome." + event.outcome()),
                shown,
                done);
    }

    private static String icon(Outcome outcome) {
        return switch (outcome) {
            case SUCCESS -> "✓";
            case DENIED -> "⊘";
            case FAILURE -> "!";
            case ERROR -> "✕";
            case UNKNOWN -> "?";
        };
    }
}

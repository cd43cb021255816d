package dev.auditlog.redact;

import dev.auditlog.event.AuditEvent;
import java.util.Set;

/**
 * Takes secrets out of an event. Safe for many threads; nothing is kept between calls.
 *
 * <p>What is masked becomes the string {@code [redacted]}: values under secret names (in body, query and attributes),
 * values that look like secrets wherever they stand (card numbers, tokens, keys, IBANs, passwords in URLs), and every
 * further place in the same event where a value of a secret name stands, the error message too. A body that cannot be
 * parsed as what it says to be is never kept. All text is made storable: no U+0000, no lone surrogates, and cut to the
 * limit of its column.
 */
public interface Redactor {

    /** What a redacted value is replaced by, whatever it was. */
    String MASK = "[redacted]";

    /**
     * Returns the event without secrets. Never throws for what a client sent.
     *
     * @param raw the event with path, query, texts as the client sent them; its {@code request.data} is ignored
     * @param body what was captured of the body; {@link CapturedBody#none()} where nothing was or none is wanted
     * @param sensitive further secret names, from {@code @Sensitive} and from configuration; compared like the built-in
     *     names
     */
    AuditEvent redact(AuditEvent raw, CapturedBody body, Set<String> sensitive);
}

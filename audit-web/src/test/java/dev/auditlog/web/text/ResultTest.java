package dev.auditlog.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
import dev.auditlog.event.TransactionOutcome;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResultTest {

    private static final Texts TEXTS = new Texts(Locale.ENGLISH);

    private static AuditEvent.Draft draft() {
        return AuditEvent.draft("x").id(new UUID(1, 2)).time(Instant.EPOCH);
    }

    @Test
    void of_denial_hasIconWordAndStatus() {
        AuditEvent event = draft().status(403).outcome(Outcome.DENIED).toEvent();
        assertEquals(new Result("denied", "⊘", "Denied", "403", false), Result.of(event, TEXTS));
    }

    @Test
    void of_successOutsideHttp_hasNoStatus() {
        assertEquals(new Result("success", "✓", "Success", "", true), Result.of(draft().toEvent(), TEXTS));
    }

    @Test
    void of_successThatWasRolledBack_isNotDone() {
        AuditEvent event =
                draft().status(200).transaction(TransactionOutcome.ROLLED_BACK).toEvent();
        assertEquals(new Result("failure", "↩", "Rolled back", "200", false), Result.of(event, TEXTS));
    }
}

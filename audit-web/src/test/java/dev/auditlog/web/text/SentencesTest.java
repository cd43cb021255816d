package dev.auditlog.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.Activity;
import dev.auditlog.event.Actor;
import dev.auditlog.event.ActorType;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
import dev.auditlog.event.Request;
import dev.auditlog.event.Target;
import dev.auditlog.event.TransactionOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SentencesTest {

    private static final Actor ALICE = new Actor("alice", "Alice Doe", ActorType.USER, null, List.of(), null, null);

    private final Sentences english = new Sentences(new Texts(Locale.ENGLISH));
    private final Sentences german = new Sentences(new Texts(Locale.GERMAN));

    private static AuditEvent.Draft draft(String operation, Activity activity) {
        return AuditEvent.draft(operation)
                .id(new UUID(1, 2))
                .time(Instant.EPOCH)
                .activity(activity)
                .actor(ALICE)
                .target("Order", "42");
    }

    private static AuditEvent.Draft delete() {
        return draft("OrderResource.delete", Activity.DELETE);
    }

    @Test
    void text_ofSuccess_saysWhatWasDone() {
        AuditEvent event = delete().status(204).toEvent();
        assertEquals("Alice Doe deleted Order 42", english.text(event));
        assertEquals("Alice Doe hat Order 42 gelöscht", german.text(event));
    }

    @Test
    void text_ofDenial_saysTriedAndDenied() {
        AuditEvent event = delete().status(403).outcome(Outcome.DENIED).toEvent();
        assertEquals("Alice Doe tried to delete Order 42 and was denied", english.text(event));
        assertEquals("Alice Doe wollte Order 42 löschen und wurde abgewiesen", german.text(event));
    }

    @Test
    void text_ofFailureErrorAndUnknown_saysTriedAndHowItEnded() {
        assertEquals(
                "Alice Doe tried to delete Order 42 and failed",
                english.text(delete().outcome(Outcome.FAILURE).toEvent()));
        assertEquals(
                "Alice Doe tried to delete Order 42 and hit an error",
                english.text(delete().outcome(Outcome.ERROR).toEvent()));
        assertEquals(
                "Alice Doe tried to delete Order 42 and how it ended is unknown",
                english.text(delete().outcome(Outcome.UNKNOWN).toEvent()));
    }

    @Test
    void text_ofSuccessThatWasRolledBack_saysTried() {
        AuditEvent event =
                delete().status(200).transaction(TransactionOutcome.ROLLED_BACK).toEvent();
        assertEquals("Alice Doe tried to delete Order 42 and it was rolled back", english.text(event));
    }

    @Test
    void text_ofOperationWithItsOwnWords_usesThem() {
        AuditEvent.Draft transfer = draft("OrderResource.transfer", Activity.CREATE);
        assertEquals("Alice Doe transferred Order 42", english.text(transfer.toEvent()));
        assertEquals(
                "Alice Doe tried to transfer Order 42 and failed",
                english.text(transfer.outcome(Outcome.FAILURE).toEvent()));
    }

    @Test
    void text_ofReadingAWholeType_saysListed() {
        AuditEvent event = draft("OrderResource.list", Activity.READ)
                .target(new Target("Order", null, null))
                .toEvent();
        assertEquals("Alice Doe listed Orders", english.text(event));
    }

    @Test
    void text_withoutTarget_namesThePathOrElseTheOperation() {
        AuditEvent.Draft lost =
                draft("GET /nowhere", Activity.READ).target((Target) null).outcome(Outcome.FAILURE);
        assertEquals("Alice Doe tried to call GET /nowhere and failed", english.text(lost.toEvent()));
        Request request =
                new Request("GET", "/sample/api/nowhere", null, null, null, null, null, null, false, List.of());
        assertEquals(
                "Alice Doe tried to read /sample/api/nowhere and failed",
                english.text(lost.request(request).toEvent()));
    }

    @Test
    void text_ofOtherActivity_namesTheOperation() {
        assertEquals(
                "Alice Doe called OrderResource.close on Order 42",
                english.text(draft("OrderResource.close", Activity.OTHER).toEvent()));
    }

    @Test
    void actor_withoutName_isItsIdOrItsKind() {
        assertEquals("bob", english.actor(delete().actor(Actor.user("bob")).toEvent()));
        assertEquals(
                "anonymous", english.actor(delete().actor(Actor.anonymous()).toEvent()));
    }

    @Test
    void text_ofPlaceholdersInValues_leavesThemAlone() {
        AuditEvent event =
                delete().target("Order", "{operation} {target} '{0}' #{1+1}").toEvent();
        assertEquals("Alice Doe deleted Order {operation} {target} '{0}' #{1+1}", english.text(event));
    }
}

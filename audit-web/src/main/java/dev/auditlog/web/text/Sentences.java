package dev.auditlog.web.text;

import dev.auditlog.Activity;
import dev.auditlog.event.Actor;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
import dev.auditlog.event.Target;
import dev.auditlog.event.TransactionOutcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says in plain words what an event is about: "Alice Doe tried to delete Order 42 and was denied".
 *
 * <p>Verbs come from the activity. An operation may have its own in the bundle: {@code sentence.OrderResource.transfer =
 * transferred {target}} and, for what did not succeed, the same key with {@code .tried}.
 */
public class Sentences {

    private static final String OPERATION = "{operation}";

    private final Texts texts;

    public Sentences(Texts texts) {
        this.texts = texts;
    }

    /** Whether what was asked for came about: it succeeded, and its transaction was not rolled back. */
    public static boolean isDone(AuditEvent event) {
        return event.outcome() == Outcome.SUCCESS && event.transaction() != TransactionOutcome.ROLLED_BACK;
    }

    /** Who, by name where one is known, else by id. */
    public String actor(AuditEvent event) {
        Actor actor = event.actor();
        String name = firstOf(actor.name(), actor.id());
        return name == null ? texts.text("actor." + actor.type()) : Visible.of(name);
    }

    /** What was done to what, without who and how it ended. */
    public Phrase what(AuditEvent event) {
        String object = object(event);
        String pattern = own(event).orElseGet(() -> texts.text(key(event, object)));
        return Phrase.of(pattern.replace(OPERATION, Visible.of(event.operation())), object);
    }

    /** How it ended, for the end of the sentence: "and was", "denied". Empty where it is done. */
    public Phrase end(AuditEvent event) {
        if (isDone(event)) {
            return new Phrase("", "", "");
        }
        String ended = event.outcome() == Outcome.SUCCESS
                ? "ROLLED_BACK"
                : event.outcome().name();
        return Phrase.of(texts.text("end." + ended), texts.text("end." + ended + ".word"));
    }

    /** The whole sentence. */
    public String text(AuditEvent event) {
        return (actor(event) + " " + what(event).text() + " " + end(event).text()).strip();
    }

    private Optional<String> own(AuditEvent event) {
        String key = "sentence." + event.operation();
        return texts.optional(isDone(event) ? key : key + ".tried");
    }

    private String key(AuditEvent event, String object) {
        String key = (isDone(event) ? "did." : "tried.") + event.activity();
        if (object.isEmpty()) {
            return isDone(event) ? "did.nothing" : "tried.nothing";
        }
        return isList(event) ? key + ".list" : key;
    }

    /** Reading a type as a whole is listing its objects. */
    private static boolean isList(AuditEvent event) {
        Target target = event.target();
        return event.activity() == Activity.READ && target != null && target.type() != null && target.id() == null;
    }

    private String object(AuditEvent event) {
        Target target = event.target();
        if (target == null || (target.type() == null && target.id() == null)) {
            return event.request() == null ? "" : Visible.of(event.request().path());
        }
        if (target.id() == null) {
            return isList(event) ? plural(target.type()) : Visible.of(target.type());
        }
        return Visible.of(target.type() == null ? target.id() : target.type() + " " + target.id());
    }

    private String plural(@Nullable String type) {
        return texts.optional("plural." + type).orElseGet(() -> texts.text("plural", Visible.of(type)));
    }

    private static @Nullable String firstOf(@Nullable String name, @Nullable String id) {
        return name == null || name.isBlank() ? id : name;
    }
}

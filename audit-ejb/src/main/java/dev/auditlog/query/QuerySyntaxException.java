package dev.auditlog.query;

import dev.auditlog.AuditException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person or a program asked for cannot be understood. An HTTP layer answers 400 with the message and the parts. */
public class QuerySyntaxException extends AuditException {

    private static final long serialVersionUID = 1L;

    private final int position;
    private final String term;
    private final List<String> allowed;
    private final @Nullable String suggestion;

    QuerySyntaxException(String code, String message, Fault fault) {
        super(code, message);
        position = fault.position();
        term = fault.term();
        allowed = fault.allowed();
        suggestion = fault.suggestion();
    }

    /** Where the faulty part begins: characters from the start of the text, from 0. */
    public int position() {
        return position;
    }

    /** The faulty part as it was written. */
    public String term() {
        return term;
    }

    /** What may stand there; empty where that is no list. */
    public List<String> allowed() {
        return allowed;
    }

    /** The nearest thing that is allowed; null where nothing is near. */
    public @Nullable String suggestion() {
        return suggestion;
    }

    /** The parts of the exception. */
    record Fault(int position, String term, List<String> allowed, @Nullable String suggestion) {

        Fault {
            allowed = List.copyOf(allowed);
        }

        static Fault at(int position, String term, String... allowed) {
            return new Fault(position, term, List.of(allowed), null);
        }
    }
}

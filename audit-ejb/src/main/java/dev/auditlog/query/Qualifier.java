package dev.auditlog.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a term can ask about: the word before the colon, and how the word after it is read. */
enum Qualifier {
    /** Id or name of the actor, without regard to case. */
    ACTOR(Kind.TEXT),
    ACTIVITY(Kind.ACTIVITY),
    OUTCOME(Kind.OUTCOME),
    /** {@code Order/42}, {@code Order/*}, {@code /42} or {@code Order}. */
    TARGET(Kind.TARGET),
    OPERATION(Kind.TEXT),
    /** Address or CIDR block of the client. */
    IP(Kind.ADDRESS),
    /** HTTP status. */
    STATUS(Kind.STATUS),
    DURATION(Kind.DURATION),
    APPLICATION(Kind.TEXT),
    NODE(Kind.TEXT),
    /** Group of the actor. */
    GROUP(Kind.TEXT),
    /** Type of the actor. */
    TYPE(Kind.ACTOR_TYPE),
    /** Keyed hash of the actor's session. */
    SESSION(Kind.TEXT),
    /** Why it was done, without regard to case. */
    REASON(Kind.TEXT),
    CORRELATION(Kind.TEXT),
    PATH(Kind.TEXT),
    ID(Kind.ID),
    TRACE(Kind.TEXT),
    /** Id of the event inside whose call this one happened. */
    PARENT(Kind.ID),
    /** {@code application@node}. */
    CHAIN(Kind.TEXT),
    TRANSACTION(Kind.TRANSACTION),
    /** HTTP method, without regard to case. */
    METHOD(Kind.TEXT),
    /** Class name of the exception, with or without its package. */
    ERROR(Kind.TEXT),
    /** Hours of the day or of the week in a zone: {@code mon-fri/08:00-18:00@Europe/Berlin}. */
    HOURS(Kind.HOURS),
    /** {@code ip}: the actor was not seen at this address in the 30 days before. */
    FIRST(Kind.FIRST);

    /** How a value is read. */
    enum Kind {
        TEXT,
        TARGET,
        ADDRESS,
        STATUS,
        DURATION,
        ID,
        ACTIVITY,
        OUTCOME,
        ACTOR_TYPE,
        TRANSACTION,
        HOURS,
        FIRST
    }

    private final Kind kind;
    private final String word;

    Qualifier(Kind kind) {
        this.kind = kind;
        this.word = name().toLowerCase(Locale.ROOT);
    }

    Kind kind() {
        return kind;
    }

    /** Whether a bare {@code *} says something: that the event has what is asked about. */
    boolean takesAny() {
        return kind != Kind.HOURS && kind != Kind.FIRST;
    }

    /** The word before the colon. */
    String word() {
        return word;
    }

    /** Finds a qualifier by its word, without regard to case. */
    static Optional<Qualifier> of(String word) {
        return Arrays.stream(values())
                .filter(q -> q.word.equalsIgnoreCase(word))
                .findFirst();
    }

    /** All words, in the order in which the documentation names them. */
    static List<String> words() {
        return Arrays.stream(values()).map(Qualifier::word).toList();
    }
}

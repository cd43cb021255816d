package dev.auditlog.bench.seed;

import dev.auditlog.Activity;
import dev.auditlog.event.Failure;
import dev.auditlog.event.Outcome;
import dev.auditlog.event.TransactionOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended; outcome, status, transaction and error fit each other.
 *
 * @param status null where the client got none
 * @param medianMicros around which its duration lies
 */
record Ending(
        Outcome outcome,
        @Nullable Integer status,
        TransactionOutcome transaction,
        @Nullable Failure error,
        double medianMicros) {

    private static final double QUICK = 4_000;
    private static final double SEARCH = 14_000;
    private static final double CHANGE = 19_000;
    private static final double REFUSED = 900;
    private static final double BROKEN = 60_000;
    private static final double TIMED_OUT = 5_000_000;

    private static final List<Ending> BROKEN_CALLS = List.of(
            broken("java.lang.NullPointerException", "Cannot invoke \"Price.net()\" because \"price\" is null"),
            broken("jakarta.persistence.PersistenceException", "could not extract ResultSet"),
            broken("jakarta.persistence.OptimisticLockException", "The object was changed by another transaction"),
            broken("java.lang.IllegalStateException", "The stock of the article is negative"));
    private static final Ending NOT_FOUND = refused(404, "jakarta.ws.rs.NotFoundException", "There is no such object");
    private static final Ending FORBIDDEN = new Ending(
            Outcome.DENIED,
            403,
            TransactionOutcome.NONE,
            new Failure("jakarta.ws.rs.ForbiddenException", "The caller lacks the role"),
            REFUSED);
    private static final Ending EXPIRED = new Ending(Outcome.DENIED, 401, TransactionOutcome.NONE, null, REFUSED);
    private static final Ending AWAY = new Ending(
            Outcome.ERROR,
            503,
            TransactionOutcome.ROLLED_BACK,
            new Failure("jakarta.ws.rs.ServiceUnavailableException", "The database did not answer in time"),
            TIMED_OUT);
    private static final Ending UNKNOWN =
            new Ending(Outcome.UNKNOWN, null, TransactionOutcome.UNKNOWN, null, TIMED_OUT);
    private static final List<Ending> BAD_REQUESTS = List.of(
            refused(400, "jakarta.ws.rs.BadRequestException", "amount = \"-3\" is not above 0"),
            refused(409, "dev.example.ConflictException", "The object has another version"),
            refused(422, "jakarta.validation.ConstraintViolationException", "customer must not be blank"));

    private static final double DENIED_CHANGE = 0.016;
    private static final double DENIED_READ = 0.007;
    private static final double BAD_CHANGE = 0.03;
    private static final double BAD_READ = 0.004;
    private static final double BROKEN_SHARE = 0.004;
    private static final double EXPIRED_SHARE = 0.15;
    private static final double UNKNOWN_SHARE = 0.0002;
    private static final double NOT_MODIFIED = 0.03;

    private static Ending broken(String type, String message) {
        return new Ending(Outcome.ERROR, 500, TransactionOutcome.ROLLED_BACK, new Failure(type, message), BROKEN);
    }

    private static Ending refused(int status, String type, String message) {
        return new Ending(Outcome.FAILURE, status, TransactionOutcome.NONE, new Failure(type, message), REFUSED);
    }

    static Ending notFound() {
        return NOT_FOUND;
    }

    /** The application's database does not answer. */
    static Ending away() {
        return AWAY;
    }

    /** Of a call whose target is there, on a usual day. */
    static Ending usual(Deed deed, Dice dice) {
        double die = dice.unit();
        die -= deed.changes() ? DENIED_CHANGE : DENIED_READ;
        if (die < 0) {
            return dice.chance(EXPIRED_SHARE) ? EXPIRED : FORBIDDEN;
        }
        die -= deed.changes() ? BAD_CHANGE : BAD_READ;
        if (die < 0) {
            return deed.changes() ? dice.pick(BAD_REQUESTS) : BAD_REQUESTS.get(0);
        }
        die -= BROKEN_SHARE;
        if (die < 0) {
            return dice.pick(BROKEN_CALLS);
        }
        return die < UNKNOWN_SHARE ? UNKNOWN : success(deed, dice);
    }

    private static Ending success(Deed deed, Dice dice) {
        if (deed.activity() == Activity.READ) {
            int status = deed.isAboutOne() && dice.chance(NOT_MODIFIED) ? 304 : 200;
            return new Ending(
                    Outcome.SUCCESS, status, TransactionOutcome.NONE, null, deed.isAboutOne() ? QUICK : SEARCH);
        }
        int status = deed.activity() == Activity.CREATE ? 201 : deed.activity() == Activity.DELETE ? 204 : 200;
        return new Ending(Outcome.SUCCESS, status, TransactionOutcome.COMMITTED, null, CHANGE);
    }
}

package dev.auditlog.bench.seed;

import dev.auditlog.Activity;
import dev.auditlog.Guarantee;
import dev.auditlog.event.Actor;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
import dev.auditlog.event.Request;
import dev.auditlog.event.Source;
import dev.auditlog.event.Target;
import dev.auditlog.event.TransactionOutcome;
import java.util.List;

/** Sign-ins at the portal. Who is refused is nobody yet; whom it was tried for is the target. */
final class SignIns {

    private static final List<String> PASSWORD = List.of("/password");
    private static final List<String> GUESSES = List.of("admin", "root", "test", "administrator", "postgres");
    private static final double MEDIAN_MICROS = 80_000;
    private static final double MISTYPED = 0.06;
    private static final String BODY = "{\"user\":\"%\",\"password\":\"[redacted]\"}";
    private static final String SCRIPT = "python-requests/2.32";

    private SignIns() {}

    static AuditEvent.Draft of(Person person, Actor signedIn, Source source, Dice dice) {
        return dice.chance(MISTYPED)
                ? draft(person.id(), Actor.anonymous(), source, person.agent(), false)
                : draft(person.id(), signedIn, source, person.agent(), true);
    }

    /** One of many tries, of names that exist and of others. */
    static AuditEvent.Draft guess(People people, Source source, Dice dice) {
        String name =
                dice.chance(0.4) ? dice.pick(GUESSES) : people.person(dice).id();
        return draft(name, Actor.anonymous(), source, SCRIPT, false);
    }

    static long micros(Dice dice) {
        return dice.logNormal(MEDIAN_MICROS, 0.3);
    }

    private static AuditEvent.Draft draft(String name, Actor actor, Source source, String agent, boolean taken) {
        String body = BODY.replace("%", name);
        Request request = new Request(
                "POST",
                "/portal/api/sign-in",
                "/sign-in",
                null,
                agent,
                "application/json",
                body,
                (long) body.length(),
                false,
                PASSWORD);
        return AuditEvent.draft("SignInResource.signIn")
                .activity(Activity.OTHER)
                .outcome(taken ? Outcome.SUCCESS : Outcome.DENIED)
                .status(taken ? 200 : 401)
                .transaction(TransactionOutcome.NONE)
                .guarantee(Guarantee.BEFORE_RESPONSE)
                .actor(actor)
                .target(new Target("Account", name, null))
                .source(source)
                .request(request);
    }
}

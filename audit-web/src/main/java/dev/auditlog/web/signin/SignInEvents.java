package dev.auditlog.web.signin;

import dev.auditlog.Auditor;
import dev.auditlog.event.Actor;
import dev.auditlog.event.ActorType;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
import dev.auditlog.event.Target;
import dev.auditlog.redact.Redactor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Leaves an event for each sign-in, each failed one, and each sign-out. */
@ApplicationScoped
public class SignInEvents {

    static final String SIGN_IN = "Console.signIn";
    static final String SIGN_OUT = "Console.signOut";

    /** Attribute with the way of the sign-in; the word "auth" would be masked as a secret's name. */
    private static final String SCHEME = "scheme";

    private static final int SEE_OTHER = 303;

    @Inject
    Auditor auditor;

    /**
     * Records a sign-in that succeeded.
     *
     * @return id of the event
     * @throws dev.auditlog.AuditUnavailableException if it could not be recorded: then nobody is let in
     */
    String succeeded(ConsoleUser user) {
        return auditor.record(AuditEvent.draft(SIGN_IN)
                .actor(actor(user))
                .status(SEE_OTHER)
                .target("User", user.name())
                .attribute(SCHEME, user.auth()));
    }

    /**
     * Records a sign-in that was refused. The name is kept only where it is one of the console's users: people type
     * passwords into the wrong field.
     *
     * @return id of the event
     */
    String refused(Attempt attempt, String name, boolean known, String auth, int status) {
        return auditor.record(AuditEvent.draft(SIGN_IN)
                .actor(Actor.anonymous())
                .outcome(Outcome.DENIED)
                .status(status)
                .target(new Target("User", known ? name : Redactor.MASK, null))
                .attribute(SCHEME, auth)
                .attribute("result", attempt.result().name()));
    }

    String signedOut(ConsoleUser user) {
        return auditor.record(
                AuditEvent.draft(SIGN_OUT).actor(actor(user)).status(SEE_OTHER).target("User", user.name()));
    }

    static Actor actor(ConsoleUser user) {
        return new Actor(user.name(), user.displayName(), ActorType.USER, null, user.roles(), user.auth(), null);
    }
}

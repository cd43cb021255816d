package dev.auditlog.web.signin;

import dev.auditlog.account.Account;
import dev.auditlog.event.AuditEvent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** What pages need of the one who has signed in. */
@Named
@RequestScoped
public class SignedIn {

    @Inject
    HttpServletRequest request;

    @Inject
    Visitors visitors;

    /** The code that the sign-out form carries. */
    public String getToken() {
        return ConsoleSession.tokenOf(request);
    }

    /** Whether the request is a form of this session: it carries its code, and the browser names no other site. */
    public boolean isOwnForm(HttpServletRequest form) {
        String token = form.getParameter("token");
        String expected = ConsoleSession.tokenOf(form);
        return token != null && !expected.isEmpty() && FormToken.isOwnSite(form) && FormToken.same(expected, token);
    }

    /** The name that signed in; empty for nobody. */
    public String getName() {
        return visitors.signedIn(request).map(ConsoleUser::name).orElse("");
    }

    /** Whether a new password has to be set before anything else. */
    public boolean isMustChange() {
        return visitors.signedIn(request).map(ConsoleUser::mustChange).orElse(false);
    }

    /** Names the actor of an event where the server does not know the caller: its own users sign in to the console only. */
    public AuditEvent.Draft named(AuditEvent.Draft event) {
        if (ContainerUsersExtension.isContainer()) {
            visitors.signedIn(request).ifPresent(user -> event.actor(SignInEvents.actor(user)));
        }
        return event;
    }

    /** Keeps this session after its user was changed; the user's other sessions are over. */
    public void changed(Account account) {
        visitors.replace(request, DatabaseUsers.user(account, ConsoleUser.FORM));
    }
}

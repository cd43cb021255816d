package dev.auditlog.web.account;

import dev.auditlog.Activity;
import dev.auditlog.account.Accounts;
import dev.auditlog.config.AuditConfig;
import dev.auditlog.config.ConsoleUsers;
import dev.auditlog.event.Target;
import dev.auditlog.web.OwnUse;
import dev.auditlog.web.signin.SignedIn;
import dev.auditlog.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Changes the password of the one who has signed in. Opening the page leaves an event, and so does the change. */
@Named
@RequestScoped
public class PasswordPage {

    @Inject
    Accounts accounts;

    @Inject
    AccountChanges changes;

    @Inject
    OwnUse ownUse;

    @Inject
    SignedIn signedIn;

    @Inject
    HttpServletRequest request;

    @Inject
    Texts texts;

    private String problem = "";
    private boolean done;

    /** Runs before the page is drawn, not when the form was sent: f:viewAction. */
    public void load() throws IOException {
        ownUse.opened("Console.password", new Target("User", signedIn.getName(), null));
    }

    /** Changes the password if the form was sent; nothing on a first look. */
    public void act() {
        if (!isOwn()
                || !FacesContext.getCurrentInstance().isPostback()
                || !"change".equals(request.getParameter("do"))) {
            return;
        }
        char[] old = field("old");
        char[] fresh = field("new");
        if (!Arrays.equals(fresh, field("again"))) {
            problem = texts.text("password.differ");
            return;
        }
        String name = signedIn.getName();
        Optional<String> refusal = changes.make("Accounts.changeOwnPassword", Activity.UPDATE, name, "", () -> {
            var changed = accounts.changeOwnPassword(name, old, fresh);
            signedIn.changed(changed);
            return changed;
        });
        Arrays.fill(old, '\0');
        Arrays.fill(fresh, '\0');
        problem = refusal.orElse("");
        done = refusal.isEmpty();
    }

    /** Whether the console has users of its own: else the server keeps their passwords. */
    public boolean isOwn() {
        return AuditConfig.current().consoleUsers() == ConsoleUsers.DATABASE;
    }

    public String getProblem() {
        return problem;
    }

    public boolean isDone() {
        return done;
    }

    private char[] field(String name) {
        String value = request.getParameter(name);
        return value == null ? new char[0] : value.toCharArray();
    }
}

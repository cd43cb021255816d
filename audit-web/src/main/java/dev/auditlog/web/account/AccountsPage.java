package dev.auditlog.web.account;

import dev.auditlog.Activity;
import dev.auditlog.account.Account;
import dev.auditlog.account.Accounts;
import dev.auditlog.account.Role;
import dev.auditlog.config.AuditConfig;
import dev.auditlog.config.ConsoleUsers;
import dev.auditlog.event.Target;
import dev.auditlog.web.OwnUse;
import dev.auditlog.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The console's users, for the admin. Opening the page leaves an event, each change another. A button names what is to be done and to whom, so that a list that has changed in
 * the meantime never makes it hit somebody else.
 */
@Named
@RequestScoped
public class AccountsPage {

    @Inject
    Accounts accounts;

    @Inject
    AccountChanges changes;

    @Inject
    OwnUse ownUse;

    @Inject
    HttpServletRequest request;

    @Inject
    Texts texts;

    private String problem = "";
    private String done = "";
    private String password = "";

    /** Runs before the page is drawn, not when a button was pressed: f:viewAction. */
    public void load() throws IOException {
        ownUse.opened("Console.accounts", new Target("User", null, null));
    }

    /** Does what the pressed button says; nothing on a first look. */
    public void act() {
        if (!isOwn() || !FacesContext.getCurrentInstance().isPostback()) {
            return; // no form of this session: nothing is changed by a link, nor by another site's form
        }
        String name = parameter("name").strip();
        switch (parameter("do")) {
            case "add" -> add(name);
            case "disable" -> plain("Accounts.disable", name, "accounts.disabled");
            case "enable" -> plain("Accounts.enable", name, "accounts.enabled");
            case "reset" -> reset(name);
            case "roles" -> role(name);
            default -> {}
        }
    }

    private void add(String name) {
        String fresh = OneTimePassword.random();
        String role = parameter("role");
        told(
                changes.make(
                        "Accounts.add",
                        Activity.CREATE,
                        name,
                        role,
                        () -> accounts.add(name, parameter("displayName"), fresh.toCharArray(), Set.of(Role.of(role)))),
                texts.text("accounts.added", name),
                fresh);
    }

    private void reset(String name) {
        String fresh = OneTimePassword.random();
        told(
                changes.make(
                        "Accounts.resetPassword",
                        Activity.UPDATE,
                        name,
                        "",
                        () -> accounts.resetPassword(name, fresh.toCharArray())),
                texts.text("accounts.wasReset", name),
                fresh);
    }

    private void role(String name) {
        String role = parameter("role");
        told(
                changes.make(
                        "Accounts.setRoles",
                        Activity.UPDATE,
                        name,
                        role,
                        () -> accounts.setRoles(name, Set.of(Role.of(role)))),
                texts.text("accounts.roleSet", name, role),
                "");
    }

    private void plain(String operation, String name, String key) {
        boolean off = operation.endsWith("disable");
        told(
                changes.make(
                        operation,
                        Activity.UPDATE,
                        name,
                        "",
                        () -> off ? accounts.disable(name) : accounts.enable(name)),
                texts.text(key, name),
                "");
    }

    private void told(Optional<String> refusal, String success, String fresh) {
        problem = refusal.orElse("");
        if (refusal.isEmpty()) {
            done = success;
            password = fresh;
        }
    }

    /** The highest role of a user: it has the rights of the others. */
    public String role(Account account) {
        return account.roles().stream()
                .max(Comparator.naturalOrder())
                .map(Role::word)
                .orElse("");
    }

    /** When a user signed in last, in UTC to the minute; empty if never. */
    public String lastSignIn(Account account) {
        return account.lastSignIn() == null
                ? ""
                : account.lastSignIn()
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString()
                        .replace('T', ' ')
                        .replace(":00Z", " UTC");
    }

    public List<Account> getRows() {
        return accounts.list();
    }

    /** Whether the console has users of its own: else the server's are changed in the server. */
    public boolean isOwn() {
        return AuditConfig.current().consoleUsers() == ConsoleUsers.DATABASE;
    }

    public String getProblem() {
        return problem;
    }

    public String getDone() {
        return done;
    }

    /** The password that was just made, to be told once; empty else. */
    public String getPassword() {
        return password;
    }

    private String parameter(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}

package dev.auditlog.web.account;

import dev.auditlog.Activity;
import dev.auditlog.Auditor;
import dev.auditlog.account.Account;
import dev.auditlog.account.AccountException;
import dev.auditlog.account.Accounts;
import dev.auditlog.account.Role;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Failure;
import dev.auditlog.event.Outcome;
import dev.auditlog.event.Target;
import dev.auditlog.record.Recorder;
import dev.auditlog.web.text.Faults;
import dev.auditlog.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Changes users so that each change, and each refused one, leaves an event. */
@RequestScoped
class AccountChanges {

    /** Response header with the id of the event that the response has. */
    private static final String AUDIT_ID = "Audit-ID";

    /** Changes of what stood in the list before. */
    private static final Set<String> VISIBLE = Set.of("Accounts.setRoles", "Accounts.disable", "Accounts.enable");

    private static final int OK = 200;

    @Inject
    Auditor auditor;

    @Inject
    Recorder recorder;

    @Inject
    Accounts accounts;

    @Inject
    Texts texts;

    /**
     * Makes a change and records it. A change that could not be recorded is not begun.
     *
     * @param operation such as {@code Accounts.disable}
     * @param name user who is changed
     * @param detail what is changed to; empty where the operation says it all
     * @return the text that says why it was refused; empty if it was made
     */
    Optional<String> make(String operation, Activity activity, String name, String detail, Supplier<Account> change) {
        if (!recorder.isAccepting()) {
            return Optional.of(AccountPageMessages.notRecording(texts));
        }
        AuditEvent.Draft event =
                AuditEvent.draft(operation).activity(activity).status(OK).target("User", name);
        if (VISIBLE.contains(operation)) {
            accounts.find(name).ifPresent(account -> event.attribute("before", state(account)));
        }
        if (!detail.isEmpty()) {
            event.attribute("change", detail);
        }
        try {
            event.target(new Target("User", name, change.get().displayName()));
            record(event);
            return Optional.empty();
        } catch (AccountException refused) {
            record(event.outcome(Outcome.FAILURE)
                    .error(new Failure(AccountException.class.getName(), refused.getMessage())));
            return Optional.of(Faults.text(refused, texts.locale()));
        }
    }

    private void record(AuditEvent.Draft event) {
        String id = auditor.record(event);
        FacesContext.getCurrentInstance().getExternalContext().setResponseHeader(AUDIT_ID, id);
    }

    private static String state(Account account) {
        String role = account.roles().stream()
                .max(Comparator.naturalOrder())
                .map(Role::word)
                .orElse("");
        return role + (account.disabled() ? ", disabled" : ", enabled");
    }
}

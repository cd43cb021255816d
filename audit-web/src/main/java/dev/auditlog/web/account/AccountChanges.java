package dev.auditlog.web.account;

import dev.auditlog.Activity;
import dev.auditlog.Auditor;
import dev.auditlog.account.Account;
import dev.auditlog.account.AccountException;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Failure;
import dev.auditlog.event.Outcome;
import dev.auditlog.event.Target;
import dev.auditlog.record.Recorder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;

/** Changes users so that each change, and each refused one, leaves an event. */
@ApplicationScoped
class AccountChanges {

    @Inject
    Auditor auditor;

    @Inject
    Recorder recorder;

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
            return Optional.of(AccountPageMessages.notRecording());
        }
        AuditEvent.Draft event = AuditEvent.draft(operation).activity(activity).target("User", name);
        if (!detail.isEmpty()) {
            event.attribute("change", detail);
        }
        try {
            event.target(new Target("User", name, change.get().displayName()));
            auditor.record(event);
            return Optional.empty();
        } catch (AccountException refused) {
            auditor.record(event.outcome(Outcome.FAILURE)
                    .error(new Failure(AccountException.class.getName(), refused.getMessage())));
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }
}

package dev.auditlog.account;

import dev.auditlog.config.AuditConfig;
import dev.auditlog.store.DatabaseProducer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Makes {@code @Inject Accounts} work, in a WAR that carries this jar and in an EAR alike. */
@ApplicationScoped
public class AccountsProducer extends DatabaseProducer {

    /** The users in the configured datasource; connects at the first call. */
    @Produces
    @ApplicationScoped
    Accounts accounts() {
        return Accounts.of(database(), AuditConfig.current());
    }
}

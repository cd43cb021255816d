package dev.auditlog.web.signin;

import dev.auditlog.account.Accounts;
import dev.auditlog.config.AuditConfig;
import dev.auditlog.config.ConsoleUsers;
import dev.auditlog.record.Recorder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Takes the users from where {@code audit.console.users} says. */
@ApplicationScoped
class UsersChoice {

    @Produces
    @ApplicationScoped
    Users users(Instance<Accounts> accounts, Recorder recorder) {
        return AuditConfig.current().consoleUsers() == ConsoleUsers.CONTAINER
                ? new ContainerUsers()
                : new DatabaseUsers(accounts.get(), recorder::isAccepting, Clock.systemUTC());
    }
}

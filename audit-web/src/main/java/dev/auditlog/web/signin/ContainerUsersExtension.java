package dev.auditlog.web.signin;

import dev.auditlog.config.AuditConfig;
import dev.auditlog.config.ConfigException;
import dev.auditlog.config.ConsoleUsers;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;

/**
 * Leaves {@link ConsoleAuthentication} out where the users are the server's: beside an authentication mechanism of the
 * application Payara and GlassFish refuse {@code request.login}. {@link CallerFilter} takes its place. ADR 0042.
 */
public class ContainerUsersExtension implements Extension {

    void leaveOut(@Observes ProcessAnnotatedType<ConsoleAuthentication> found) {
        if (isContainer()) {
            found.veto();
        }
    }

    static boolean isContainer() {
        try {
            return AuditConfig.current().consoleUsers() == ConsoleUsers.CONTAINER;
        } catch (ConfigException wrong) {
            return false; // the capture's initializer stops the deployment, and says all that is wrong
        }
    }
}

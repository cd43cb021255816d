package dev.auditlog.store;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Lets EclipseLink run a query whose connection broke once more, at once, and then no more. By itself it would try three
 * times with pauses of five seconds, and nobody would be told meanwhile that the database is away. A batch that had been
 * kept in spite of the failure does nothing when it is sent again. EclipseLink makes this by its name; other providers never
 * load it.
 */
public final class RetryOnce implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        if (session.getDatasourceLogin() instanceof DatabaseLogin login) {
            login.setQueryRetryAttemptCount(1);
        }
    }
}

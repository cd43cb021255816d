package dev.auditlog.query;

import dev.auditlog.config.AuditConfig;
import dev.auditlog.store.AuditDatabase;
import java.time.Duration;

/** Makes finders. Inside a container {@code @Inject EventFinder} is enough. */
public final class EventFinders {

    /** How long a query waits for another one to end before it is refused. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private EventFinders() {}

    /**
     * Returns a finder over a database with the limits of the configuration ({@code audit.console.max-queries},
     * {@code audit.console.query-timeout}). Connects at the first query.
     */
    public static EventFinder of(AuditDatabase database, AuditConfig config) {
        return new JpaEventFinder(
                database, new QueryGate(config.consoleMaxQueries(), PATIENCE), config.consoleQueryTimeout());
    }
}

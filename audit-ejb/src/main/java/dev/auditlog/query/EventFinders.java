package dev.auditlog.query;

import dev.auditlog.config.AuditConfig;
import dev.auditlog.store.AuditDatabase;
import java.time.Duration;

/** Makes finders and counters. Inside a container {@code @Inject EventFinder} is enough. */
public final class EventFinders {

    /** How long a query waits for another one to end before it is refused. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private EventFinders() {}

    /**
     * Returns a finder over a database with the limits of the configuration ({@code audit.console.max-queries},
     * {@code audit.console.query-timeout}). Connects at the first query.
     */
    public static EventFinder of(AuditDatabase database, AuditConfig config) {
        return new JpaEventFinder(asking(database, config));
    }

    /**
     * Returns a counter over a database with the limits of the configuration; as above, and
     * {@code audit.console.count-timeout}.
     */
    public static EventCounter counter(AuditDatabase database, AuditConfig config) {
        return counter(asking(database, config), config);
    }

    static EventCounter counter(Asking asking, AuditConfig config) {
        return new JpaEventCounter(asking, config.consoleCountTimeout());
    }

    /** What finds and what counts share, so that the limit of queries holds for both together. */
    static Asking asking(AuditDatabase database, AuditConfig config) {
        return new Asking(database, new QueryGate(config.consoleMaxQueries(), PATIENCE), config.consoleQueryTimeout());
    }
}

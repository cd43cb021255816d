package dev.auditlog.query;

import dev.auditlog.config.AuditConfig;
import dev.auditlog.store.DatabaseProducer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@code @Inject EventFinder}, {@code EventCounter}, {@code EventWatch} and {@code RollUp} work, in a WAR that carries
 * this jar and in an EAR alike.
 */
@ApplicationScoped
public class QueryProducer extends DatabaseProducer {

    private @Nullable Asking asking;

    /** The finder over the configured datasource; connects at the first query. */
    @Produces
    @ApplicationScoped
    EventFinder finder() {
        return new JpaEventFinder(asking());
    }

    /** The counter over the same datasource, with which it shares the limit of queries. */
    @Produces
    @ApplicationScoped
    EventCounter counter() {
        return EventFinders.counter(asking(), AuditConfig.current());
    }

    /** The watch over the same datasource, likewise. */
    @Produces
    @ApplicationScoped
    EventWatch watch() {
        return new JpaEventWatch(asking());
    }

    /** What keeps the numbers that the counter answers by, in the same datasource; somebody has to call it. */
    @Produces
    @Dependent
    RollUp rollUp() {
        return new RollUp(this::database);
    }

    private synchronized Asking asking() {
        Asking known = asking;
        if (known == null) {
            known = EventFinders.asking(database(), AuditConfig.current());
            asking = known;
        }
        return known;
    }
}

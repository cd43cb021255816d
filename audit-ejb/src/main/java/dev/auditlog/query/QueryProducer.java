package dev.auditlog.query;

import dev.auditlog.config.AuditConfig;
import dev.auditlog.store.AuditDatabase;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@code @Inject EventFinder}, {@code EventCounter}, {@code EventWatch} and {@code RollUp} work, in a WAR that carries
 * this jar and in an EAR alike.
 */
@ApplicationScoped
public class QueryProducer {

    private @Nullable AuditDatabase database;
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

    private AuditDatabase database() {
        asking();
        return Objects.requireNonNull(database);
    }

    private synchronized Asking asking() {
        Asking known = asking;
        if (known == null) {
            AuditConfig config = AuditConfig.current();
            AuditDatabase opened = AuditDatabase.forDataSource(config.dataSource(), AuditDatabase.Options.of(config));
            known = EventFinders.asking(opened, config);
            database = opened;
            asking = known;
        }
        return known;
    }

    @PreDestroy
    void close() {
        AuditDatabase opened = database;
        if (opened != null) {
            opened.close();
        }
    }
}

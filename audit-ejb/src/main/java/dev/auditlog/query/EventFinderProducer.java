package dev.auditlog.query;

import dev.auditlog.config.AuditConfig;
import dev.auditlog.store.AuditDatabase;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.jspecify.annotations.Nullable;

/** Makes {@code @Inject EventFinder} work, in a WAR that carries this jar and in an EAR alike. */
@ApplicationScoped
public class EventFinderProducer {

    private @Nullable AuditDatabase database;

    /** The finder over the configured datasource; connects at the first query. */
    @Produces
    @ApplicationScoped
    EventFinder finder() {
        AuditConfig config = AuditConfig.current();
        AuditDatabase opened = AuditDatabase.forDataSource(config.dataSource(), AuditDatabase.Options.of(config));
        database = opened;
        return EventFinders.of(opened, config);
    }

    @PreDestroy
    void close() {
        AuditDatabase opened = database;
        if (opened != null) {
            opened.close();
        }
    }
}

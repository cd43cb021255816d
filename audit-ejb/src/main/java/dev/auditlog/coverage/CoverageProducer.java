package dev.auditlog.coverage;

import dev.auditlog.config.AuditConfig;
import dev.auditlog.store.AuditDatabase;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.jspecify.annotations.Nullable;

/** Makes {@code @Inject Coverages} work, in a WAR that carries this jar and in an EAR alike. */
@ApplicationScoped
public class CoverageProducer {

    private @Nullable AuditDatabase database;

    /** The reports in the configured datasource; connects at the first call. */
    @Produces
    @ApplicationScoped
    Coverages coverages() {
        AuditConfig config = AuditConfig.current();
        AuditDatabase opened = AuditDatabase.forDataSource(config.dataSource(), AuditDatabase.Options.of(config));
        database = opened;
        return Coverages.of(opened);
    }

    @PreDestroy
    void close() {
        AuditDatabase opened = database;
        if (opened != null) {
            opened.close();
        }
    }
}

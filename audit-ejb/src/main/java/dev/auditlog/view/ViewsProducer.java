package dev.auditlog.view;

import dev.auditlog.config.AuditConfig;
import dev.auditlog.store.AuditDatabase;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.jspecify.annotations.Nullable;

/** Makes {@code @Inject Views} work, in a WAR that carries this jar and in an EAR alike. */
@ApplicationScoped
public class ViewsProducer {

    private @Nullable AuditDatabase database;

    /** The views in the configured datasource; connects at the first call. */
    @Produces
    @ApplicationScoped
    Views views() {
        AuditConfig config = AuditConfig.current();
        AuditDatabase opened = AuditDatabase.forDataSource(config.dataSource(), AuditDatabase.Options.of(config));
        database = opened;
        return Views.of(opened);
    }

    @PreDestroy
    void close() {
        AuditDatabase opened = database;
        if (opened != null) {
            opened.close();
        }
    }
}

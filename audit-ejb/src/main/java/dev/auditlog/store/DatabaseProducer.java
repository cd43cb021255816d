package dev.auditlog.store;

import dev.auditlog.config.AuditConfig;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;

/** Keeps the configured database open for a bean that produces what works on it, until the bean ends. Thread-safe. */
public abstract class DatabaseProducer {

    private @Nullable AuditDatabase database;

    /** The database of {@code audit.data-source}, the same at each call; connects when it is used. */
    protected synchronized AuditDatabase database() {
        AuditDatabase known = database;
        if (known == null) {
            AuditConfig config = AuditConfig.current();
            known = AuditDatabase.forDataSource(config.dataSource(), AuditDatabase.Options.of(config));
            database = known;
        }
        return known;
    }

    @PreDestroy
    synchronized void close() {
        AuditDatabase opened = database;
        if (opened != null) {
            opened.close();
        }
    }
}

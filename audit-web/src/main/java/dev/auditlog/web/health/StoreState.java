package dev.auditlog.web.health;

import dev.auditlog.config.AuditConfig;
import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.RecorderState;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an operator should mend at the console's own database, which is usually that of all applications. */
@ApplicationScoped
public class StoreState {

    private @Nullable AuditDatabase database;

    @PostConstruct
    void open() {
        AuditConfig config = AuditConfig.current();
        database = AuditDatabase.forDataSource(config.dataSource(), config.schemaApply());
    }

    /** Each with its code and what mends it; empty while nobody has connected. Asks the database nothing. */
    public List<String> concerns() {
        AuditDatabase opened = database;
        return opened == null ? List.of() : opened.concerns();
    }

    /** What each recorder of each application said last; empty if the database does not answer. */
    public List<RecorderState> recorders() {
        AuditDatabase opened = database;
        if (opened == null) {
            return List.of();
        }
        try {
            return opened.read(em -> RecorderState.all(em, opened.dialect()));
        } catch (RuntimeException away) {
            return List.of();
        }
    }

    @PreDestroy
    void close() {
        AuditDatabase opened = database;
        if (opened != null) {
            opened.close();
        }
    }
}

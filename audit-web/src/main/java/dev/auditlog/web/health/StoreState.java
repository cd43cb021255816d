package dev.auditlog.web.health;

import dev.auditlog.config.AuditConfig;
import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.RecorderState;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an operator should mend at the console's own database, which is usually that of all applications. */
@ApplicationScoped
public class StoreState {

    /** A load balancer gives up after some seconds; what is known without the database is better than no answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private @Nullable AuditDatabase database;
    private @Nullable Question<List<RecorderState>> question;
    private volatile Seen seen = new Seen(Optional.empty(), System.nanoTime() - Seen.FRESH_NANOS);

    @PostConstruct
    void open() {
        AuditConfig config = AuditConfig.current();
        AuditDatabase opened = AuditDatabase.forDataSource(config.dataSource(), AuditDatabase.Options.of(config));
        database = opened;
        question = new Question<>(StoreState::thread, () -> read(opened));
    }

    /** Each with its code and what mends it; empty while nobody has connected. Asks the database nothing. */
    public List<String> concerns() {
        AuditDatabase opened = database;
        return opened == null ? List.of() : opened.concerns();
    }

    /**
     * What each recorder of each application said last; empty if the database does not answer within some 2 s. Asked once a
     * second at most, and one question at a time: the status is open to all, and a database that hangs must not take all
     * their threads.
     */
    public Optional<List<RecorderState>> recorders() {
        return seen.isFresh() ? seen.states() : asked();
    }

    /**
     * The same for whoever would rather see what was read some seconds ago than wait for another one's reading; empty if
     * that is too long ago.
     */
    public Optional<List<RecorderState>> glance() {
        Question<List<RecorderState>> known = question;
        if (known != null && !known.isOpen() && !seen.isFresh()) {
            asked();
        }
        return seen.isLate() ? Optional.empty() : seen.states();
    }

    private Optional<List<RecorderState>> asked() {
        AuditDatabase opened = database;
        Question<List<RecorderState>> known = question;
        if (opened == null || known == null) {
            return Optional.empty();
        }
        try {
            opened.dialect(); // connects here if need be: a plain thread finds no data source by its name
        } catch (RuntimeException away) {
            return Optional.empty();
        }
        return known.answer(PATIENCE);
    }

    /** On the question's thread, which lives as long as the database keeps it: what it tells late is of use to the next. */
    private List<RecorderState> read(AuditDatabase opened) {
        Optional<List<RecorderState>> told = Optional.empty();
        try {
            told = Optional.of(opened.read(em -> RecorderState.all(em, opened.dialect())));
            return told.get();
        } finally {
            seen = new Seen(told, System.nanoTime());
        }
    }

    /** A plain one: a managed thread that is asked for inside a call keeps the application in memory (ADR 0061). */
    private static Thread thread(Runnable asking) {
        Thread thread = new Thread(asking, "audit-status-question");
        thread.setDaemon(true);
        return thread;
    }

    /** What was read, and when. */
    private record Seen(Optional<List<RecorderState>> states, long atNanos) {

        private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
        private static final long LATE_NANOS = Duration.ofSeconds(15).toNanos();

        boolean isFresh() {
            return System.nanoTime() - atNanos < FRESH_NANOS;
        }

        boolean isLate() {
            return System.nanoTime() - atNanos > LATE_NANOS;
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

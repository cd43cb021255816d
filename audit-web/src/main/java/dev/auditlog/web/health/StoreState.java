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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What an operator should mend at the console's own database, which is usually that of all applications. */
@ApplicationScoped
public class StoreState {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ReentrantLock reading = new ReentrantLock();
    private @Nullable AuditDatabase database;
    private volatile Seen seen = new Seen(Optional.empty(), System.nanoTime() - Seen.FRESH_NANOS);

    @PostConstruct
    void open() {
        AuditConfig config = AuditConfig.current();
        database = AuditDatabase.forDataSource(config.dataSource(), AuditDatabase.Options.of(config));
    }

    /** Each with its code and what mends it; empty while nobody has connected. Asks the database nothing. */
    public List<String> concerns() {
        AuditDatabase opened = database;
        return opened == null ? List.of() : opened.concerns();
    }

    /**
     * What each recorder of each application said last; empty if the database does not answer. Asked once a second at
     * most, and by one at a time: the status is open to all, and a database that hangs must not take all their threads.
     */
    public Optional<List<RecorderState>> recorders() {
        AuditDatabase opened = database;
        if (opened == null) {
            return Optional.empty();
        }
        if (!seen.isFresh() && isMine()) {
            try {
                seen = seen.isFresh() ? seen : new Seen(read(opened), System.nanoTime());
            } finally {
                reading.unlock();
            }
        }
        return seen.states();
    }

    /**
     * The same for whoever would rather see what was read some seconds ago than wait for another one's reading; empty if
     * that is too long ago.
     */
    public Optional<List<RecorderState>> glance() {
        AuditDatabase opened = database;
        if (opened == null) {
            return Optional.empty();
        }
        if (!seen.isFresh() && reading.tryLock()) {
            try {
                seen = new Seen(read(opened), System.nanoTime());
            } finally {
                reading.unlock();
            }
        }
        return seen.isLate() ? Optional.empty() : seen.states();
    }

    private boolean isMine() {
        try {
            return reading.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Optional<List<RecorderState>> read(AuditDatabase opened) {
        try {
            return Optional.of(opened.read(em -> RecorderState.all(em, opened.dialect())));
        } catch (RuntimeException away) {
            return Optional.empty();
        }
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

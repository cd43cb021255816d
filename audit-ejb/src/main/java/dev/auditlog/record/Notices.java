package dev.auditlog.record;

import dev.auditlog.store.SqlErrors;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What a deployment wants in the database besides its events: put there right after a beat, so when the database answers,
 * and again daily. By the writer's thread, since none of a request may. What fails is tried again later and harms nothing.
 */
final class Notices {

    private static final System.Logger LOG = System.getLogger(Notices.class.getName());
    private static final long DAY_NANOS = Duration.ofDays(1).toNanos();
    private static final long RETRY_NANOS = Duration.ofSeconds(15).toNanos();

    private final Map<String, Notice> notices = new ConcurrentHashMap<>();

    /** What is to be told, and when next; changed by the writer's thread alone. */
    private static final class Notice {
        private final Consumer<String> what;
        private long dueNanos = System.nanoTime();
        private boolean warned;

        Notice(Consumer<String> what) {
            this.what = what;
        }
    }

    void put(String key, Consumer<String> what) {
        notices.put(key, new Notice(what));
    }

    void tellIfDue(String node) {
        notices.forEach((key, notice) -> {
            if (System.nanoTime() - notice.dueNanos >= 0) {
                tell(key, notice, node);
            }
        });
    }

    private static void tell(String key, Notice notice, String node) {
        try {
            notice.what.accept(node);
            notice.dueNanos = System.nanoTime() + DAY_NANOS;
            notice.warned = false;
        } catch (RuntimeException | Error e) { // whatever it is, the thread is there for the events
            notice.dueNanos = System.nanoTime() + RETRY_NANOS;
            if (!notice.warned) { // once, not each time
                LOG.log(Level.WARNING, RecordMessages.notTold(key, SqlErrors.describe(e)));
                notice.warned = true;
            }
        }
    }
}

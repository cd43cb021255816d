package dev.auditlog.record;

import dev.auditlog.AuditUnavailableException;
import dev.auditlog.event.AuditEvent;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An event that waits for its batch, and the caller who waits for it. Answered once. */
final class Pending {

    private final AuditEvent event;
    private final long startNanos = System.nanoTime();
    private final CountDownLatch answered = new CountDownLatch(1);
    private volatile @Nullable Receipt receipt;
    private volatile @Nullable AuditUnavailableException refusal;

    Pending(AuditEvent event) {
        this.event = event;
    }

    AuditEvent event() {
        return event;
    }

    void keep(AuditEvent kept) {
        receipt = new Receipt(kept.id(), kept.chain(), kept.sequence(), kept.recordedAt());
        answered.countDown();
    }

    /** Does nothing if it is answered already. */
    void refuse(AuditUnavailableException reason) {
        if (answered.getCount() > 0) {
            refusal = reason;
            answered.countDown();
        }
    }

    Duration waited() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    long remainingNanos(Duration timeout) {
        return timeout.minus(waited()).toNanos();
    }

    /**
     * Waits for the answer.
     *
     * @return null if there was none in time
     * @throws AuditUnavailableException if the event was refused
     */
    @Nullable
    Receipt await(Duration timeout) throws InterruptedException {
        if (!answered.await(remainingNanos(timeout), TimeUnit.NANOSECONDS)) {
            return null;
        }
        AuditUnavailableException refused = refusal;
        if (refused != null) {
            throw refused;
        }
        return receipt;
    }
}

package dev.auditlog.capture;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * The end of a transaction for the beans in it whose events nobody can wait for later. Each begins its event when it is told of the
 * end; the last one waits for all, so that the waits are over together: ADR 0095.
 */
final class TransactionEnd {

    private final Afterwards waits = new Afterwards();
    private final AtomicInteger untold = new AtomicInteger();

    private TransactionEnd() {}

    /** That of the transaction of this thread. */
    static TransactionEnd of(TransactionSynchronizationRegistry registry) {
        if (registry.getResource(TransactionEnd.class) instanceof TransactionEnd known) {
            return known;
        }
        TransactionEnd made = new TransactionEnd();
        registry.putResource(TransactionEnd.class, made);
        return made;
    }

    /** One more will be told of the end. */
    void expect() {
        untold.incrementAndGet();
    }

    /** Waits as soon as everybody was told. */
    void await(BooleanSupplier wait, long bytes) {
        waits.await(wait, bytes);
    }

    /** One was told of the end, and has begun its event. */
    void told() {
        if (untold.decrementAndGet() == 0) {
            waits.awaitAll();
        }
    }
}

package dev.auditlog.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.auditlog.config.AuditConfig;
import dev.auditlog.event.TransactionOutcome;
import jakarta.transaction.Status;
import java.lang.ref.WeakReference;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransactionsTest {

    private final Deployment deployment = new Deployment(
            AuditConfig.of(Map.of(), "desk"), new FakeRecorder(), new FakeRelay(), new Extensions(), () -> {});
    private final Transactions transactions = new Call(deployment, new FakeHttp().request).transactions();

    /** A server hangs all that a transaction has loaded on its key, and a batch has many transactions. */
    @Test
    void transaction_thatHasEnded_isNotHeldInMemory() {
        WeakReference<Object> ended = new WeakReference<>(ended());
        for (int i = 0; i < 100 && ended.get() != null; i++) {
            System.gc();
        }
        assertNull(ended.get());
        assertEquals(TransactionOutcome.COMMITTED, transactions.outcome());
    }

    private FakeTransaction ended() {
        FakeTransaction transaction = new FakeTransaction();
        transactions.watch(transaction);
        transaction.complete(Status.STATUS_COMMITTED);
        return transaction;
    }
}

package dev.auditlog.capture;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One transaction of this thread, as a server would show it. */
final class FakeTransaction implements TransactionSynchronizationRegistry {

    private final List<Synchronization> watchers = new ArrayList<>();
    private final Map<Object, Object> resources = new HashMap<>();
    private int status = Status.STATUS_ACTIVE;

    /** As the thread finds it before the transaction begins. */
    FakeTransaction notBegun() {
        status = Status.STATUS_NO_TRANSACTION;
        return this;
    }

    void begin() {
        status = Status.STATUS_ACTIVE;
    }

    /** Completes it; {@code toldStatus} is what the server says of its end. */
    void complete(int toldStatus) {
        if (status == Status.STATUS_ACTIVE) {
            watchers.forEach(Synchronization::beforeCompletion);
        }
        status = toldStatus;
        watchers.forEach(w -> w.afterCompletion(toldStatus));
        status = Status.STATUS_NO_TRANSACTION;
    }

    @Override
    public Object getTransactionKey() {
        return this;
    }

    @Override
    public void putResource(Object key, Object value) {
        resources.put(key, value);
    }

    @Override
    public Object getResource(Object key) {
        return resources.get(key);
    }

    @Override
    public void registerInterposedSynchronization(Synchronization watcher) {
        watchers.add(watcher);
    }

    @Override
    public int getTransactionStatus() {
        return status;
    }

    @Override
    public void setRollbackOnly() {
        status = Status.STATUS_MARKED_ROLLBACK;
    }

    @Override
    public boolean getRollbackOnly() {
        return status == Status.STATUS_MARKED_ROLLBACK;
    }
}

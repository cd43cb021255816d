package dev.auditlog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On PostgreSQL, whose connection is a socket that a thread can wait in. */
@Timeout(60)
class ConnectionWatchTest {

    private final AuditDatabase database =
            AuditDatabase.open(TestDatabases.postgresql(), new AuditDatabase.Options(true, Duration.ofSeconds(30)));

    @Test
    void abort_ofAThreadThatWaits_endsItsWait_andTheDatabaseIsUsableAfterwards() throws Exception {
        database.connect();
        AtomicReference<Thread> waiting = new AtomicReference<>();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> work = CompletableFuture.runAsync(() -> {
            waiting.set(Thread.currentThread());
            database.watchThisThread();
            database.write(em -> {
                em.createNativeQuery("select 1").getSingleResult();
                begun.countDown();
                return em.createNativeQuery("select 1 from pg_sleep(300)").getSingleResult();
            });
        });
        begun.await();
        database.abort(waiting.get());
        CompletionException thrown = assertThrows(CompletionException.class, work::join);
        assertTrue(thrown.getCause() instanceof PersistenceException, thrown::toString);
        assertFalse(SqlErrors.isOfTheData(thrown.getCause()));
        Object one = database.write(em -> em.createNativeQuery("select 1").getSingleResult());
        assertEquals(1, one);
        database.close();
    }

    @Test
    void abort_ofAThreadThatIsDone_doesNothing() {
        database.watchThisThread();
        database.probe();
        database.abort(Thread.currentThread());
        database.probe();
        database.close();
    }
}

package dev.auditlog.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a pool for a connection and waits for so long at most. A database that is frozen takes a new connection and then
 * says nothing; a driver, or the pool's own test of a connection, may wait for that for ever. So the question is asked on a
 * thread that can be left behind, and a connection that comes too late is given back. Such threads are few; one that has
 * hung for long is not counted any more, or connections that hang for ever would keep us from a database that is back.
 */
final class Opener {

    private static final int AT_ONCE = 8; // threads that may be left behind; each may hold a place in the pool

    private static final int FORGOTTEN = 4; // times the patience
    private static final long QUIET_NANOS = Duration.ofMillis(500).toNanos(); // below the pause of those who try again

    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Set<Question> asked = ConcurrentHashMap.newKeySet();
    private volatile boolean silent;
    private volatile long silentAtNanos;

    /**
     * Returns a connection, or fails in time; at once if another one has just failed, since EclipseLink asks four times in a
     * row. Waits also while interrupted, as a driver would.
     */
    Connection open(Callable<Connection> pool, Duration patience) throws SQLException {
        if (silent && System.nanoTime() - silentAtNanos < QUIET_NANOS) {
            throw notInTime(patience);
        }
        silent = false;
        try {
            return waitFor(pool, patience);
        } catch (SilentException e) {
            silentAtNanos = System.nanoTime();
            silent = true;
            throw e;
        }
    }

    private Connection waitFor(Callable<Connection> pool, Duration patience) throws SQLException {
        long deadline = System.nanoTime() + patience.toNanos();
        asked.forEach(question -> question.forgetIfAskedBefore(deadline - FORGOTTEN * patience.toNanos()));
        boolean mayAsk =
                uninterruptibly(() -> free.tryAcquire(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS));
        if (!mayAsk) {
            throw notInTime(patience);
        }
        Question question = new Question(pool);
        question.ask();
        return uninterruptibly(() -> {
            try {
                return question.answer.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                question.answer.completeExceptionally(notInTime(patience)); // unless it has come at this very moment
                return question.answer.get();
            }
        });
    }

    private static SQLException notInTime(Duration patience) {
        return new SilentException("the pool gave no connection within " + patience.toMillis() + " ms");
    }

    private static <T> T uninterruptibly(Waiting<T> waiting) throws SQLException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return waiting.result();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw BareThread.asThrown(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Nothing came. */
    private static final class SilentException extends SQLException {

        private static final long serialVersionUID = 1L;

        SilentException(String words) {
            super(words, "08001");
        }
    }

    /** A wait with a deadline of its own. */
    private interface Waiting<T> {
        T result() throws InterruptedException, ExecutionException;
    }

    /** One thread's work. */
    private final class Question implements Runnable {

        private final Callable<Connection> pool;
        private final CompletableFuture<Connection> answer = new CompletableFuture<>();
        private final long askedNanos = System.nanoTime();

        Question(Callable<Connection> pool) {
            this.pool = pool;
            asked.add(this);
        }

        void ask() {
            try {
                Thread asking = new Thread(null, this, "audit-connecting", 0, false); // inherits no call of the server
                asking.setDaemon(true);
                asking.start();
            } catch (OutOfMemoryError e) {
                leave();
                throw e;
            }
        }

        @Override
        public void run() {
            try {
                Connection connection = pool.call();
                if (!answer.complete(connection)) {
                    connection.close();
                }
            } catch (Exception | Error e) {
                answer.completeExceptionally(e); // told to the one who waits, if he still does
            } finally {
                leave();
            }
        }

        void forgetIfAskedBefore(long nanos) {
            if (askedNanos - nanos < 0) {
                leave();
            }
        }

        private void leave() {
            if (asked.remove(this)) {
                free.release();
            }
        }
    }
}

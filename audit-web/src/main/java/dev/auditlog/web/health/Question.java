package dev.auditlog.web.health;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is asked of what may hang: on a thread of its own, so that whoever wants to know waits no longer than he
 * likes, and once at a time, so that a hang takes one thread however many want to know. For many threads at once.
 */
final class Question<T> {

    private final ThreadFactory threads;
    private final Supplier<T> asking;
    private @Nullable Asked<T> last;

    /**
     * Asks nothing yet.
     *
     * @param asking gives the answer; an exception is no answer
     */
    Question(ThreadFactory threads, Supplier<T> asking) {
        this.threads = threads;
        this.asking = asking;
    }

    /**
     * Asks, or joins those who wait for an answer already.
     *
     * @param patience since the question was put, not since this caller came: a hang is waited for once, not by each
     * @return empty if there is none by then, or the asking failed
     */
    Optional<T> answer(Duration patience) {
        Asked<T> asked = asked();
        long left = patience.toNanos() - (System.nanoTime() - asked.atNanos());
        try {
            return Optional.of(asked.task().get(Math.max(0, left), TimeUnit.NANOSECONDS));
        } catch (TimeoutException | ExecutionException none) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Whether somebody asked and there is no answer yet. */
    synchronized boolean isOpen() {
        return last != null && !last.task().isDone();
    }

    private synchronized Asked<T> asked() {
        Asked<T> known = last;
        if (known != null && !known.task().isDone()) {
            return known;
        }
        Asked<T> asked = new Asked<>(new FutureTask<>(asking::get), System.nanoTime());
        threads.newThread(asked.task()).start();
        last = asked;
        return asked;
    }

    private record Asked<T>(FutureTask<T> task, long atNanos) {}
}

package dev.auditlog.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/**
 * What the clients saw. Also in a file, line by line, for people who look at a failed run; the process that keeps it is
 * not among those that are killed, so the file is forced when it is closed.
 */
final class Ledger implements AutoCloseable {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final List<Entry> entries = new ArrayList<>();
    private final FileChannel file;
    private int acknowledged;
    private int refused;
    private int failed;

    Ledger(Path path) {
        try {
            file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(Entry entry) {
        String line = entry + "\n";
        lock.lock();
        try {
            entries.add(entry);
            file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            if (entry.isAcknowledged()) {
                acknowledged++;
            } else if (entry.isRefused()) {
                refused++;
            }
            failed += entry.isFailed() ? 1 : 0;
            more.signalAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    int acknowledged() {
        lock.lock();
        try {
            return acknowledged;
        } finally {
            lock.unlock();
        }
    }

    /** A copy of all so far, in the order of the answers. */
    List<Entry> entries() {
        lock.lock();
        try {
            return List.copyOf(entries);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until so many more answers are acknowledged; fails if that takes too long. */
    void awaitMore(int count, Duration patience) {
        awaitMore(count, patience, () -> acknowledged, "acknowledged");
    }

    /** Waits until so many more calls are refused; fails if that takes too long. */
    void awaitRefused(int count, Duration patience) {
        awaitMore(count, patience, () -> refused, "refused");
    }

    /** Waits until so many more calls that were to succeed have failed; fails if that takes too long. */
    void awaitFailed(int count, Duration patience) {
        awaitMore(count, patience, () -> failed, "failed");
    }

    private void awaitMore(int count, Duration patience, IntSupplier counter, String what) {
        long nanos = patience.toNanos();
        lock.lock();
        try {
            int until = counter.getAsInt() + count;
            while (counter.getAsInt() < until) {
                if (nanos <= 0) {
                    throw new AssertionError("only " + (count - until + counter.getAsInt()) + " of " + count
                            + " calls were " + what + " in " + patience);
                }
                nanos = more.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            lock.unlock();
        }
    }

    /** Lets some time pass under load. */
    void awaitTime(Duration length) {
        lock.lock();
        try {
            long nanos = length.toNanos();
            while (nanos > 0) {
                nanos = more.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        try (file) {
            file.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

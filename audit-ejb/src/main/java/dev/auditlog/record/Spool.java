package dev.auditlog.record;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Records that wait on this machine's disk until the audit database is back, in the order in which they came.
 *
 * <p><b>Files.</b> Segments of at most 8 MiB, or one group where that is larger. A run always begins a new one, so a file
 * that an earlier run may have left half written is only read. A segment is deleted when all its records were removed.
 *
 * <p><b>Durable.</b> {@link #append} returns after the force. A file whose write or force failed is never written again:
 * after a failed force the kernel may hold pages that are not on the disk and call the next force a success. It is cut
 * back to what was acknowledged, and the next group goes to a new file, whose header says where the old one ends.
 *
 * <p><b>Crash.</b> All that was acknowledged and not removed is there. A group that was being written may be there, whole
 * or its beginning. Removed records come back if their segment was not yet deleted; so who drains looks up the id of each
 * record, and each is kept once in the end.
 *
 * <p><b>Threads.</b> One may append while another one peeks and removes. Locks are taken in this order: {@code draining},
 * {@code appending}, the list's own. An interrupt breaks nothing off. ADR 0055.
 */
final class Spool implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Spool.class.getName());
    private static final long MAX_SEGMENT = 8L << 20;
    private static final long MIN_SEGMENT = 64L << 10;
    private static final int SEGMENTS = 8; // at the least, so that draining makes room before all is drained

    private final SpoolFiles files;
    private final Path directory;
    private final long maxBytes;
    private final SegmentList segments = new SegmentList();
    private final Object appending = new Object();
    private final Object draining = new Object();
    private final Deque<Peeked> peeked = new ArrayDeque<>();
    private final Closeable lock;
    private long lastNumber;
    private @Nullable SegmentWriter writer;
    private final AtomicInteger damaged;
    private volatile boolean closed;

    /** A record that was shown and may be removed. */
    private record Peeked(Segment segment, long end) {}

    private Spool(SpoolFiles files, Path directory, long maxBytes, Closeable lock) throws IOException {
        this.files = files;
        this.directory = directory;
        this.maxBytes = maxBytes;
        this.lock = lock;
        SpoolRecovery recovery = new SpoolRecovery(files, directory, segments);
        lastNumber = recovery.read();
        damaged = new AtomicInteger(recovery.damaged());
        if (segments.records() > 0) {
            LOG.log(Level.INFO, SpoolMessages.recovered(directory, segments.records()));
        }
    }

    /** Opens a spool on the server's disk, as {@link #open(Path, long, SpoolFiles)}. */
    static Spool open(Path directory, long maxBytes) {
        return open(directory, maxBytes, new DiskFiles());
    }

    /**
     * Opens the spool of a directory, which is made if it is not there, and reads what an earlier run has left.
     *
     * @param maxBytes what its files may take
     * @throws SpoolException AUD-0330 if it is in use, AUD-0332 if it cannot be written, AUD-0338 if another release wrote
     *     it, AUD-0339 if everybody may write there
     */
    static Spool open(Path directory, long maxBytes, SpoolFiles files) {
        Closeable lock = null;
        boolean opened = false;
        try {
            files.makeDirectory(directory);
            if (files.isOpenToAll(directory)) {
                throw SpoolMessages.openToAll(directory);
            }
            lock = files.lock(directory.resolve(SpoolNames.LOCK));
            if (lock == null) {
                throw SpoolMessages.locked(directory);
            }
            Spool spool = new Spool(files, directory, maxBytes, lock);
            opened = true;
            return spool;
        } catch (IOException e) {
            throw SpoolMessages.notOpened(directory, e);
        } finally {
            if (!opened) {
                release(lock);
            }
        }
    }

    /**
     * Makes records durable, then returns. If this throws, none of them counts as spooled, though some may be found after
     * a crash; the caller may try them again at once.
     *
     * @throws SpoolException AUD-0331 if the size that is allowed is used up ({@link SpoolException#isFull}), AUD-0333 if
     *     the disk takes nothing, AUD-0342 after the end
     */
    void append(List<byte[]> records) {
        synchronized (appending) {
            requireOpen();
            long size = SpoolFormat.sizeOf(records);
            if (!fits(size)) {
                throw SpoolMessages.full(directory, segments.bytes(), maxBytes);
            }
            boolean written = false;
            try {
                SegmentWriter current = writerFor(size);
                current.append(records);
                segments.grow(current.segment(), size, records.size());
                written = true;
            } catch (IOException e) {
                throw SpoolMessages.notWritten(directory, e);
            } finally {
                if (!written) {
                    giveUp();
                }
            }
        }
    }

    Path directory() {
        return directory;
    }

    /** Whether there is nothing to drain. */
    boolean isEmpty() {
        return records() == 0;
    }

    /** How many records wait. */
    long records() {
        return segments.records();
    }

    /** What its files take, in bytes; files set aside as damaged are not counted. */
    long bytes() {
        return segments.bytes();
    }

    /** How many files were found damaged since the start. */
    int damaged() {
        return damaged.get();
    }

    /** Whether a record of this length would be taken now. */
    boolean hasRoom(long bytes) {
        return fits(bytes + SpoolFormat.FRAME);
    }

    /**
     * Returns the oldest records and leaves them where they are.
     *
     * @param max how many at most
     * @param maxBytes how many bytes at most; one record is returned even if it is larger
     * @return empty only if there are none
     * @throws SpoolException AUD-0334 if the disk does not give them
     */
    List<byte[]> peek(int max, long maxBytes) {
        synchronized (draining) {
            requireOpen();
            peeked.clear();
            List<byte[]> found = new ArrayList<>();
            long left = maxBytes;
            SegmentList.View view = segments.nextWithRecords(0);
            while (view != null && found.size() < max && left > 0) {
                left = read(view, max, left, found);
                view = segments.nextWithRecords(view.segment().number());
            }
            retireFinished();
            return found;
        }
    }

    /** Removes the first {@code count} of the records that {@link #peek} returned last: they are in the database now. */
    void remove(int count) {
        synchronized (draining) {
            requireOpen();
            if (count > peeked.size()) {
                throw new IllegalArgumentException(count + " of " + peeked.size() + " records that were shown");
            }
            for (int i = 0; i < count; i++) {
                Peeked first = peeked.remove();
                segments.removeUpTo(first.segment(), first.end());
            }
            retireFinished();
        }
    }

    /** Ends the use of the directory; what is in it stays for the next run. */
    @Override
    public void close() {
        synchronized (draining) {
            synchronized (appending) {
                if (!closed) {
                    closed = true;
                    closeWriter();
                    release(lock);
                }
            }
        }
    }

    private boolean fits(long size) {
        return segments.bytes() + SpoolFormat.HEADER + size <= maxBytes;
    }

    private void requireOpen() {
        if (closed) {
            throw SpoolMessages.closed(directory);
        }
    }

    private SegmentWriter writerFor(long size) throws IOException {
        SegmentWriter current = writer;
        long limit = Math.max(MIN_SEGMENT, Math.min(MAX_SEGMENT, maxBytes / SEGMENTS));
        if (current != null && current.segment().end() + size > limit) {
            closeWriter();
            current = null;
        }
        if (current == null) {
            current = SegmentWriter.begin(files, directory, ++lastNumber, segments.newest());
            segments.add(current.segment());
            writer = current;
        }
        return current;
    }

    private void closeWriter() {
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }

    /** Ends the file that failed, and reads back what is really in it. */
    private void giveUp() {
        SegmentWriter failed = writer;
        if (failed != null) {
            writer = null;
            if (failed.giveUp(files)) {
                segments.drop(failed.segment());
            } else {
                readBack(failed.segment());
            }
        }
    }

    private void readBack(Segment segment) {
        SegmentList.View view = segments.view(segment);
        try (SpoolFile file = files.open(segment.file())) {
            SegmentReader reader = new SegmentReader(file, segment.number(), view.from(), view.end());
            long whole = 0;
            while (reader.advance()) {
                whole++;
            }
            if (whole < view.remaining()) {
                damage(segment);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "not read back; whoever drains it finds out", e);
        }
    }

    /** Adds records of one segment; returns how many bytes are left for those of the next. */
    private long read(SegmentList.View view, int max, long maxBytes, List<byte[]> found) {
        Segment segment = view.segment();
        long left = maxBytes;
        long count = 0;
        try (SpoolFile file = files.open(segment.file())) {
            SegmentReader reader = new SegmentReader(file, segment.number(), view.from(), view.end());
            while (found.size() < max && reader.advance()) {
                if (!found.isEmpty() && reader.length() > left) {
                    return 0;
                }
                found.add(reader.record());
                peeked.add(new Peeked(segment, reader.position()));
                left -= reader.length();
                count++;
            }
        } catch (IOException e) {
            throw SpoolMessages.notRead(segment.file(), e);
        }
        if (found.size() < max && count < view.remaining()) {
            segments.lose(segment, view.remaining() - count);
            damage(segment);
        }
        return left;
    }

    private void damage(Segment segment) {
        if (segment.damage()) {
            damaged.incrementAndGet();
            LOG.log(Level.WARNING, SpoolMessages.damaged(segment.file()));
        }
    }

    private void retireFinished() {
        Segment finished = segments.finished();
        boolean retired = false;
        while (finished != null && retire(finished)) {
            retired = true;
            finished = segments.finished();
        }
        if (retired) {
            try {
                files.forceDirectory(directory);
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "a file that comes back holds what is in the database", e);
            }
        }
    }

    /** Deletes a segment, or sets it aside; false if that cannot be done now. */
    private boolean retire(Segment segment) {
        synchronized (appending) {
            if (segments.view(segment).remaining() > 0) {
                return false; // another group came in meanwhile
            }
            if (writer != null && writer.segment() == segment) {
                closeWriter();
            }
        }
        try {
            if (segment.isDamaged()) {
                files.rename(segment.file(), SpoolNames.damaged(segment.file()));
            } else {
                files.delete(segment.file());
            }
            segments.drop(segment);
            return true;
        } catch (IOException e) {
            if (segment.undeleted()) {
                LOG.log(Level.WARNING, SpoolMessages.notDeleted(segment.file(), e));
            }
            return false;
        }
    }

    private static void release(@Nullable Closeable lock) {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the lock ends with the process", e);
        }
    }
}

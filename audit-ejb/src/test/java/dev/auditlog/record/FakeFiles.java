package dev.auditlog.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory that fails where a test wants it, and forgets at a crash what was not forced. A force that fails
 * forgets which bytes were not on the disk, as Linux does: the next one succeeds without them.
 */
final class FakeFiles implements SpoolFiles {

    /** What is left of what was not forced. */
    enum Crash {
        /** All: only the process died. */
        OF_THE_PROCESS,
        /** Nothing. */
        OF_THE_MACHINE,
        /** The first half of each file's bytes, and all names. */
        MIDWAY
    }

    private Map<String, Content> visible = new HashMap<>();
    private Map<String, Content> durable = new HashMap<>();
    private int operations;
    private int failAt = Integer.MAX_VALUE;
    private boolean forEver;
    private long room = Long.MAX_VALUE;
    private boolean locked;
    private int life;
    private volatile @Nullable Error error;

    /** The operation with this number fails: it alone, or it and all after it. */
    void failAt(int operation, boolean andAllAfter) {
        failAt = operation;
        forEver = andAllAfter;
    }

    /** How many bytes all files may have together. */
    void room(long bytes) {
        room = bytes;
    }

    /** Everything fails as no disk does: as for want of memory. */
    void fallApart(@Nullable Error how) {
        error = how;
    }

    int operations() {
        return operations;
    }

    List<String> names() {
        return visible.keySet().stream().sorted().toList();
    }

    byte[] bytes(String name) {
        return visible.get(name).bytes;
    }

    /** Ends the life of whoever uses the files now. */
    void crash(Crash how) {
        life++;
        locked = false;
        failAt = Integer.MAX_VALUE;
        if (how == Crash.OF_THE_MACHINE) {
            visible = new HashMap<>(durable);
        }
        durable = new HashMap<>(visible);
        visible.values().forEach(content -> content.crash(how));
    }

    @Override
    public void makeDirectory(Path directory) throws IOException {
        step();
    }

    @Override
    public boolean isOpenToAll(Path directory) throws IOException {
        step();
        return false;
    }

    @Override
    public @Nullable Closeable lock(Path file) throws IOException {
        step();
        if (locked) {
            return null;
        }
        locked = true;
        int mine = life;
        return () -> locked &= life != mine;
    }

    @Override
    public List<String> list(Path directory) throws IOException {
        step();
        return List.copyOf(visible.keySet());
    }

    @Override
    public SpoolFile create(Path file) throws IOException {
        step();
        visible.put(name(file), new Content());
        return open(file);
    }

    @Override
    public SpoolFile open(Path file) throws IOException {
        step();
        Content content = visible.get(name(file));
        if (content == null) {
            throw new NoSuchFileException(file.toString());
        }
        return new Handle(content);
    }

    @Override
    public void delete(Path file) throws IOException {
        step();
        visible.remove(name(file));
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step();
        visible.put(name(to), visible.remove(name(from)));
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        step();
        durable = new HashMap<>(visible);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private void step() throws IOException {
        Error falling = error;
        if (falling != null) {
            throw falling;
        }
        operations++;
        if (operations == failAt || forEver && operations > failAt) {
            throw new IOException("the disk fails");
        }
    }

    private long used() {
        return visible.values().stream()
                .mapToLong(content -> content.bytes.length)
                .sum();
    }

    /** What a file holds, and which of its bytes are not on the disk. */
    private static final class Content {

        private byte[] bytes = new byte[0];
        private byte[] onDisk = new byte[0];
        private final BitSet dirty = new BitSet();

        private void put(long position, byte[] source, int length) {
            int to = (int) position + length;
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length, to));
            System.arraycopy(source, 0, bytes, (int) position, length);
            dirty.set((int) position, to);
        }

        private void flush(int upTo) {
            onDisk = Arrays.copyOf(onDisk, bytes.length);
            dirty.stream().filter(i -> i < upTo).forEach(i -> onDisk[i] = bytes[i]);
            dirty.clear();
        }

        private void crash(Crash how) {
            if (how == Crash.OF_THE_PROCESS) {
                flush(bytes.length);
            } else if (how == Crash.MIDWAY && !dirty.isEmpty()) {
                flush((dirty.nextSetBit(0) + dirty.length()) / 2);
            }
            dirty.clear();
            bytes = onDisk.clone();
        }
    }

    /** An open file. */
    private final class Handle implements SpoolFile {

        private final Content content;
        private final int born = life;

        private Handle(Content content) {
            this.content = content;
        }

        private void use() throws IOException {
            if (born != life) {
                throw new IOException("opened before the crash");
            }
            step();
        }

        @Override
        public long size() throws IOException {
            use();
            return content.bytes.length;
        }

        @Override
        public int read(long position, byte[] target) throws IOException {
            use();
            int length = (int) Math.max(0, Math.min(target.length, content.bytes.length - position));
            System.arraycopy(content.bytes, (int) Math.min(position, content.bytes.length), target, 0, length);
            return length;
        }

        @Override
        public void write(long position, byte[] bytes, int length) throws IOException {
            long free = room - used();
            try {
                use();
            } catch (IOException e) {
                content.put(position, bytes, length / 2);
                throw e;
            }
            if (length > free) {
                content.put(position, bytes, (int) Math.max(0, free));
                throw new IOException("no space left");
            }
            content.put(position, bytes, length);
        }

        @Override
        public void truncate(long size) throws IOException {
            use();
            content.bytes = Arrays.copyOf(content.bytes, (int) size);
            content.dirty.clear((int) size, Integer.MAX_VALUE);
        }

        @Override
        public void force() throws IOException {
            try {
                use();
            } catch (IOException e) {
                content.onDisk = Arrays.copyOf(content.onDisk, content.bytes.length);
                content.dirty.clear();
                throw e;
            }
            content.flush(content.bytes.length);
        }

        @Override
        public void close() throws IOException {
            use();
        }
    }
}

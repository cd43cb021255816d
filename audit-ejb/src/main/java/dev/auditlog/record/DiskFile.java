package dev.auditlog.record;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the server. Not a channel: an interrupt of the thread that uses a channel closes it for all. */
final class DiskFile implements SpoolFile {

    private final RandomAccessFile file;

    /** Opens a file that is there. */
    DiskFile(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new FileNotFoundException(path + " is no file"); // it would be made anew, with rights for others
        }
        file = new RandomAccessFile(path.toFile(), "rw");
    }

    @Override
    public long size() throws IOException {
        return file.length();
    }

    @Override
    public int read(long position, byte[] target) throws IOException {
        file.seek(position);
        int done = 0;
        while (done < target.length) {
            int read = file.read(target, done, target.length - done);
            if (read < 0) {
                return done;
            }
            done += read;
        }
        return done;
    }

    @Override
    public void write(long position, byte[] bytes, int length) throws IOException {
        file.seek(position);
        file.write(bytes, 0, length);
    }

    @Override
    public void truncate(long size) throws IOException {
        file.setLength(size);
    }

    @Override
    public void force() throws IOException {
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

package dev.auditlog.record;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;

/** A file of events that were acknowledged and that cannot be in the database: one JSON object on each line, as spooled. */
final class SetAside {

    private static final byte NEWLINE = '\n';

    private final Path file;

    SetAside(Path directory) {
        file = directory.resolve("set-aside.jsonl");
    }

    Path file() {
        return file;
    }

    /**
     * Adds an event; durable when it returns.
     *
     * @throws SpoolException AUD-0343 if the disk does not take it
     */
    void add(byte[] json) {
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = NEWLINE;
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.seek(out.length());
            out.write(line);
            out.getFD().sync();
        } catch (IOException e) {
            throw SpoolMessages.notSetAside(file, e);
        }
    }
}

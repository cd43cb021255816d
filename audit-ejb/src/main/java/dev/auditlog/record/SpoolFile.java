package dev.auditlog.record;

import java.io.Closeable;
import java.io.IOException;

/** An open file of the spool. An interrupt of the thread neither stops nor closes it. */
interface SpoolFile extends Closeable {

    /** Length in bytes. */
    long size() throws IOException;

    /** Fills {@code target} from the position on, as far as the file goes; returns how many bytes were read. */
    int read(long position, byte[] target) throws IOException;

    /** Writes the first {@code length} bytes. If this throws, some of them may have been written. */
    void write(long position, byte[] bytes, int length) throws IOException;

    /** Cuts the file. */
    void truncate(long size) throws IOException;

    /** Returns when all that was written is on the disk. */
    void force() throws IOException;
}

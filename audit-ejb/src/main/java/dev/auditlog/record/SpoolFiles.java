package dev.auditlog.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the spool asks of a file system. A file's content and its place in the directory become durable separately. */
interface SpoolFiles {

    /** Makes the directory and those above it, for the owner alone, if it is not there; its place is durable then. */
    void makeDirectory(Path directory) throws IOException;

    /** Whether everybody may put files there; false where the file system cannot say. */
    boolean isOpenToAll(Path directory) throws IOException;

    /** Locks a file until the result is closed; null if somebody else has it, in this process or another one. */
    @Nullable
    Closeable lock(Path file) throws IOException;

    /** Names of the files in the directory, in any order. */
    List<String> list(Path directory) throws IOException;

    /** Makes a new file that only the owner can read. */
    SpoolFile create(Path file) throws IOException;

    /** Opens a file that is there. */
    SpoolFile open(Path file) throws IOException;

    /** Deletes a file; does nothing if it is not there. */
    void delete(Path file) throws IOException;

    /** Gives a file another name in its directory. */
    void rename(Path from, Path to) throws IOException;

    /** Makes durable which files the directory has. */
    void forceDirectory(Path directory) throws IOException;
}

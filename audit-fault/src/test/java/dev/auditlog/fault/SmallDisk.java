package dev.auditlog.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A disk of a test's own, in memory, that it can fill up. */
final class SmallDisk implements AutoCloseable {

    private static final byte[] BLOCK = new byte[4096];
    private static final byte[] LARGE_BLOCK = new byte[1 << 20];

    private final Path folder;
    private final Path ballast;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.ballast = folder.resolve("ballast");
    }

    /** Mounts one; where this user may not, the test is not run and says why. */
    static SmallDisk mount(Path folder, int mebibytes) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String refused =
                run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m,mode=0755", "tmpfs", folder.toString());
        if (!refused.isEmpty()) {
            Assumptions.abort(
                    "A full disk is not tested here, since mounting a small one needs rights over the machine,"
                            + " as root has them: " + refused);
        }
        SmallDisk disk = new SmallDisk(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(disk::unmount, "disk-unmount"));
        return disk;
    }

    Path folder() {
        return folder;
    }

    /** Takes all room but so many bytes; most of it in large blocks, or the load would run on for seconds meanwhile. */
    void fill(long left) {
        try (var out = Files.newOutputStream(ballast)) {
            write(out, LARGE_BLOCK, left);
            write(out, BLOCK, left);
        } catch (IOException full) {
            return; // somebody else took the last block
        }
    }

    private void write(OutputStream out, byte[] block, long left) throws IOException {
        while (ballast.toFile().getUsableSpace() >= left + block.length) {
            out.write(block);
        }
    }

    /** Gives the room back. */
    void free() {
        try {
            Files.delete(ballast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Also with files that are open: they go with their processes. */
    private void unmount() {
        run("umount", "-l", folder.toString());
    }

    @Override
    public void close() {
        unmount();
    }

    /** Returns what it said if it failed, else nothing. */
    private static String run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            int code = process.waitFor();
            return code == 0 ? "" : command[0] + " ended with " + code + ", " + said;
        } catch (IOException e) {
            return e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}

package dev.auditlog.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Makes each fsync and fdatasync of a process take a millisecond more, by a library that stands before the system's own.
 * It is compiled with gcc; where there is none, it says so.
 */
final class SlowDisk {

    private static final String SOURCE =
            """
            #define _GNU_SOURCE
            #include <dlfcn.h>
            #include <time.h>
            static int later(const char *name, int fd) {
                struct timespec pause = {0, 1000000};
                int (*real)(int) = (int (*)(int)) dlsym(RTLD_NEXT, name);
                int result = real(fd);
                nanosleep(&pause, 0);
                return result;
            }
            int fsync(int fd) { return later("fsync", fd); }
            int fdatasync(int fd) { return later("fdatasync", fd); }
            """;

    private SlowDisk() {}

    /** Variables for the environment of a process whose disk shall be slow. */
    static Map<String, String> environment(Path folder) throws IOException {
        Path source = folder.resolve("slowdisk.c");
        Path library = folder.resolve("slowdisk.so");
        Files.writeString(source, SOURCE, StandardCharsets.US_ASCII);
        Path log = folder.resolve("gcc.log");
        if (!compiles(
                List.of("gcc", "-shared", "-fPIC", "-O2", "-o", library.toString(), source.toString(), "-ldl"), log)) {
            throw BenchMessages.noCompiler(log);
        }
        return Map.of("LD_PRELOAD", library.toString());
    }

    private static boolean compiles(List<String> command, Path log) {
        try {
            Process gcc = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return gcc.waitFor(60, TimeUnit.SECONDS) && gcc.exitValue() == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

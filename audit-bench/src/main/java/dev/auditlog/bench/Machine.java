package dev.auditlog.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What the figures depend on. */
final class Machine {

    private static final int PAGE_BYTES = 8192;
    private static final int FSYNCS = 200;

    private Machine() {}

    /** One line: day, cores, memory, Java, load, and how long the disk of this folder takes for an fsync. */
    static String line(Path folder) {
        return LocalDateTime.now().truncatedTo(ChronoUnit.MINUTES) + ", "
                + Runtime.getRuntime().availableProcessors() + " cores, " + memory() + ", Java "
                + Runtime.version().feature() + ", load "
                + Text.decimal(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), 1)
                + " at the start, fdatasync " + Text.decimal(fsyncMicros(folder) / 1000, 2) + " ms";
    }

    private static String memory() {
        try {
            String first = Files.readAllLines(Path.of("/proc/meminfo")).get(0);
            return Math.round(Long.parseLong(first.replaceAll("\\D", "")) / (1024.0 * 1024)) + " GiB";
        } catch (IOException unknown) {
            return "memory unknown";
        }
    }

    /** Median of some page writes, each with fdatasync. */
    private static double fsyncMicros(Path folder) {
        Path file = folder.resolve("fsync");
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            channel.write(ByteBuffer.allocate(PAGE_BYTES), 0);
            channel.force(true);
            List<Double> micros = new ArrayList<>();
            for (int i = 0; i < FSYNCS; i++) {
                long began = System.nanoTime();
                channel.write(ByteBuffer.allocate(PAGE_BYTES), 0);
                channel.force(false);
                micros.add((System.nanoTime() - began) / 1e3);
            }
            return Spread.of(micros).median();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

package dev.auditlog.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** CPU times as Linux counts them in /proc, in microseconds. */
final class Proc {

    private static final long TICK_MICROS = 10_000; // USER_HZ is 100 on all of Linux's platforms that Java runs on
    private static final Path ROOT = Path.of("/proc");
    private static final int PARENT = 1; // fields after the name in brackets, from 0
    private static final int OWN = 11;
    private static final int CHILDREN = 13;

    private Proc() {}

    /** Of this process alone: it is the parent of others. */
    static long selfMicros() {
        return sum(fields(ROOT.resolve("self/stat")), OWN) * TICK_MICROS;
    }

    /** Of a process and all that it started, of those that have ended too. */
    static long treeMicros(long pid) {
        long ticks = 0;
        try (Stream<Path> all = Files.list(ROOT)) {
            List<String> names = all.map(path -> path.getFileName().toString())
                    .filter(name -> Character.isDigit(name.charAt(0)))
                    .toList();
            for (String name : names) {
                ticks += ticksOf(name, pid);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return ticks * TICK_MICROS;
    }

    private static long ticksOf(String name, long parent) {
        String[] fields = fields(ROOT.resolve(name).resolve("stat"));
        if (fields.length == 0) {
            return 0;
        }
        if (Long.parseLong(name) == parent) {
            return sum(fields, OWN) + sum(fields, CHILDREN);
        }
        return Long.parseLong(fields[PARENT]) == parent ? sum(fields, OWN) : 0;
    }

    /** Of a process's threads, by the kind of their work. */
    static Map<ThreadKind, Long> threadMicros(long pid) {
        Map<ThreadKind, Long> micros = new TreeMap<>();
        try (Stream<Path> tasks = Files.list(ROOT.resolve(Long.toString(pid)).resolve("task"))) {
            for (Path task : tasks.toList()) {
                String[] fields = fields(task.resolve("stat"));
                if (fields.length > 0) {
                    micros.merge(ThreadKind.of(read(task.resolve("comm")).strip()), sum(fields, OWN), Long::sum);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        micros.replaceAll((kind, ticks) -> ticks * TICK_MICROS);
        return micros;
    }

    /** Of all processes of the machine. */
    static long machineMicros() {
        String[] fields =
                read(ROOT.resolve("stat")).lines().findFirst().orElse("").split(" +");
        long ticks = 0;
        for (int i : new int[] {1, 2, 3, 6, 7}) { // user, nice, system, irq, softirq
            ticks += Long.parseLong(fields[i]);
        }
        return ticks * TICK_MICROS;
    }

    private static long sum(String[] fields, int first) {
        return Long.parseLong(fields[first]) + Long.parseLong(fields[first + 1]);
    }

    /** The fields after the name; empty if it has ended. */
    private static String[] fields(Path stat) {
        String line = read(stat);
        return line.isEmpty()
                ? new String[0]
                : line.substring(line.lastIndexOf(')') + 2).split(" ");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ended) {
            return "";
        }
    }
}

package dev.auditlog.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is alive in another JVM, after full collections. */
final class HeapCount {

    private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(\\S+).*");

    private final Map<String, Long> instances = new TreeMap<>();
    private final String threads;

    private HeapCount(String histogram, String threads) {
        this.threads = threads;
        histogram
                .lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .forEach(line -> instances.merge(line.group(2), Long.parseLong(line.group(1)), Long::sum));
    }

    /** Several collections: what hangs on a finalizer or a cleaner goes with the second. */
    static HeapCount of(long pid) {
        jcmd(pid, "GC.run");
        jcmd(pid, "GC.run_finalization");
        jcmd(pid, "GC.run");
        return new HeapCount(jcmd(pid, "GC.class_histogram"), jcmd(pid, "Thread.print"));
    }

    /** How many objects of a class there are, whichever loader it came from. */
    long of(String name) {
        return instances.getOrDefault(name, 0L);
    }

    /** How many threads have these words in its name or on its stack. */
    long threads(String words) {
        return Pattern.compile("\n\n")
                .splitAsStream(threads)
                .filter(thread -> thread.contains(words))
                .count();
    }

    private static String jcmd(long pid, String command) {
        try {
            String jcmd =
                    Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            Process process = new ProcessBuilder(jcmd, Long.toString(pid), command)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

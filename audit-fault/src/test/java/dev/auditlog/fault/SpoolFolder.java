package dev.auditlog.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The directory where a server's spool is, seen from outside. */
record SpoolFolder(Path path) {

    private static final Pattern KEY = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /** Files that hold events, or once held some. */
    List<Path> files() {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().contains(".spool"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Events that the database refused, and that are in no chain therefore. */
    boolean hasEventsSetAside() {
        return Files.exists(path.resolve("set-aside.jsonl"));
    }

    /** How many of these keys are in its files; an event is there as text. */
    long holds(Collection<String> keys) {
        Set<String> found = files().stream()
                .flatMap(file -> KEY.matcher(text(file)).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        return keys.stream().filter(found::contains).count();
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException drained) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until all that it held is in the database: its files are deleted then. */
    void awaitEmpty(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!files().isEmpty()) {
            assertTrue(System.nanoTime() < deadline, () -> "not drained in " + patience + ": " + files());
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}

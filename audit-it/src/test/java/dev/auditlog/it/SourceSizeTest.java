package dev.auditlog.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files stay short enough to be read in one go: at most 400 lines each, and half of them at most 60. */
class SourceSizeTest {

    private static final int MAX_LINES = 400;

    @Test
    void sources_ofEveryModule_areAtMost400LinesLong() throws IOException {
        TreeMap<String, Long> tooLong = new TreeMap<>();
        for (Path file : mainSources()) {
            long lines = Files.readAllLines(file).size();
            if (lines > MAX_LINES) {
                tooLong.put(file.toString(), lines);
            }
        }
        assertEquals(new TreeMap<String, Long>(), tooLong);
    }

    @Test
    void packages_ofEveryModule_sayWhatTheyAreFor() throws IOException {
        List<Path> silent = mainSources().stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                .toList();
        assertEquals(List.of(), silent);
    }

    private static List<Path> mainSources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            List<Path> found = files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> f.toString().contains("/src/main/"))
                    .filter(f -> !f.toString().contains("/target/")) // an unpacked server may hold sources of its own
                    .toList();
            assertTrue(
                    found.size() > 10,
                    "the test looks in the wrong folder: " + Path.of("..").toAbsolutePath());
            return found;
        }
    }
}

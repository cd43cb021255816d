package dev.auditlog.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Where one run leaves its raw figures, below target/bench.
 *
 * @param path a new folder
 */
record ResultFolder(Path path) {

    static ResultFolder make(Path target, String name) {
        String time = LocalDateTime.now().format(DateTimeFormatter.ofPattern("MMdd-HHmmss"));
        try {
            return new ResultFolder(
                    Files.createDirectories(target.resolve("bench").resolve(name + "-" + time)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void append(String file, List<String> lines) {
        try {
            Files.write(path.resolve(file), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

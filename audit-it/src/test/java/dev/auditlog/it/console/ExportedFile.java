package dev.auditlog.it.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A CSV file that a browser has put into its folder. */
record ExportedFile(Path path) {

    /** Once it is whole: the browser writes under another name until then. */
    static Optional<ExportedFile> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".csv")).findFirst().map(ExportedFile::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The events, without the head and the event of the export itself, with which it ends. */
    List<String> events() {
        List<String> lines = text().lines().toList();
        return lines.subList(1, lines.size() - 1);
    }

    /** What the export's own event tells of all that stands before it. */
    String digest() {
        String before = text().substring(0, text().stripTrailing().lastIndexOf('\n') + 1);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(before.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException none) {
            throw new IllegalStateException(none);
        }
    }

    private String text() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

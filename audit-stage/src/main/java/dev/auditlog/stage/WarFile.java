package dev.auditlog.stage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Packs an application out of compiled classes and another archive's libraries, file by file. */
public final class WarFile implements AutoCloseable {

    private static final String LIB = "WEB-INF/lib/";

    private final ZipOutputStream war;

    /** Begins a new archive. */
    public WarFile(Path file) throws IOException {
        war = new ZipOutputStream(Files.newOutputStream(file));
    }

    /**
     * Adds the classes of a package, not of those below it.
     *
     * @param classes root of the compiled classes
     * @param prefix where they go: {@code WEB-INF/classes/}, or nothing in a plain jar
     */
    public WarFile classes(Path classes, String packageName, String prefix) throws IOException {
        List<Path> found;
        try (Stream<Path> files = Files.list(classes.resolve(packageName.replace('.', '/')))) {
            found = files.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : found) {
            String name = classes.relativize(file).toString().replace('\\', '/');
            entry(prefix + name, Files.readAllBytes(file));
        }
        return this;
    }

    /** Adds what another archive has in its {@code WEB-INF/lib}. */
    public WarFile libraryOf(Path other) throws IOException {
        try (InputStream in = Files.newInputStream(other);
                ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().startsWith(LIB) && entry.getName().endsWith(".jar")) {
                    entry(entry.getName(), entries.readAllBytes());
                }
            }
        }
        return this;
    }

    /** Adds a text file. */
    public WarFile text(String name, String content) throws IOException {
        return entry(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private WarFile entry(String name, byte[] content) throws IOException {
        war.putNextEntry(new ZipEntry(name));
        war.write(content);
        war.closeEntry();
        return this;
    }

    @Override
    public void close() throws IOException {
        war.close();
    }
}

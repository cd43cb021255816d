package dev.auditlog.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Packs a variant. The library is what the sample carries in its own WEB-INF/lib. */
final class WarFile implements AutoCloseable {

    private static final String APP = "dev/auditlog/bench/app/";
    private static final String LIB = "WEB-INF/lib/";
    private static final String BEANS =
            """
            <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="annotated"/>
            """;
    private static final String UNIT =
            """
            <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
              <persistence-unit name="bench">
                <jta-data-source>jdbc/audit</jta-data-source>
                %s
                <exclude-unlisted-classes>true</exclude-unlisted-classes>
                <properties>
                  <property name="jakarta.persistence.schema-generation.database.action" value="create"/>
                </properties>
              </persistence-unit>
            </persistence>
            """;

    private final Path classes;
    private final ZipOutputStream war;

    private WarFile(Path classes, Path file) throws IOException {
        this.classes = classes;
        war = new ZipOutputStream(Files.newOutputStream(file));
    }

    /** Returns the archive of a variant, made anew. */
    static Path of(Variant variant, Path target, Path folder) {
        Path file = folder.resolve(variant.name() + ".war");
        try (WarFile war = new WarFile(target.resolve("classes"), file)) {
            for (String part : variant.packages()) {
                war.addClasses(part);
            }
            war.add("WEB-INF/beans.xml", BEANS);
            if (!variant.entities().isEmpty()) {
                war.add("WEB-INF/classes/META-INF/persistence.xml", UNIT.formatted(classElements(variant)));
            }
            if (variant.library()) {
                war.add("WEB-INF/classes/META-INF/audit.properties", variant.properties());
                war.addLibrary(target.resolve("server/sample.war"));
            }
            if (variant.name().equals(Variants.LOGBOOK)) {
                war.addJars(target.resolve("server/logbook"));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return file;
    }

    private static String classElements(Variant variant) {
        return String.join(
                "",
                variant.entities().stream()
                        .map(entity -> "<class>" + APP.replace('/', '.') + entity + "</class>")
                        .toList());
    }

    /** A package, or with a dot in it one class of a package. */
    private void addClasses(String part) throws IOException {
        Path from = classes.resolve(APP + part.replace('.', '/'));
        if (part.contains(".")) {
            addClass(from.resolveSibling(from.getFileName() + ".class"));
            return;
        }
        List<Path> found;
        try (Stream<Path> files = Files.list(from)) {
            found = files.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : found) {
            addClass(file);
        }
    }

    private void addClass(Path file) throws IOException {
        String name = classes.relativize(file).toString().replace('\\', '/');
        add("WEB-INF/classes/" + name, Files.readAllBytes(file));
    }

    private void addLibrary(Path sample) throws IOException {
        try (InputStream in = Files.newInputStream(sample);
                ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().startsWith(LIB) && entry.getName().endsWith(".jar")) {
                    add(entry.getName(), entries.readAllBytes());
                }
            }
        }
    }

    private void addJars(Path from) throws IOException {
        List<Path> found;
        try (Stream<Path> files = Files.list(from)) {
            found = files.toList();
        }
        for (Path file : found) {
            add(LIB + file.getFileName(), Files.readAllBytes(file));
        }
    }

    private void add(String name, String text) throws IOException {
        add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(String name, byte[] content) throws IOException {
        war.putNextEntry(new ZipEntry(name));
        war.write(content);
        war.closeEntry();
    }

    @Override
    public void close() throws IOException {
        war.close();
    }
}

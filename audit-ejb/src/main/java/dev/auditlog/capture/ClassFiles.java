package dev.auditlog.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The classes in folders and jars, loaded and not initialized. */
final class ClassFiles implements AutoCloseable {

    private static final String END = ".class";
    private static final String JAXRS = "jakarta/ws/rs/";

    private final List<Path> roots;
    private final URLClassLoader loader;
    private final List<String> unreadable = new ArrayList<>();

    private ClassFiles(List<Path> roots, URLClassLoader loader) {
        this.roots = roots;
        this.loader = loader;
    }

    static ClassFiles open(List<Path> roots) {
        URL[] urls = new URL[roots.size()];
        for (int i = 0; i < urls.length; i++) {
            if (!Files.isReadable(roots.get(i))) {
                throw CoverageCheckMessages.noRoot(roots.get(i));
            }
            try {
                urls[i] = roots.get(i).toUri().toURL();
            } catch (IOException e) {
                throw CoverageCheckMessages.noRoot(roots.get(i));
            }
        }
        return new ClassFiles(List.copyOf(roots), new URLClassLoader(urls, ClassFiles.class.getClassLoader()));
    }

    ClassLoader loader() {
        return loader;
    }

    /** Names of classes that use JAX-RS and could not be loaded. */
    List<String> unreadable() {
        return unreadable;
    }

    List<Class<?>> load() {
        List<Class<?>> classes = new ArrayList<>();
        for (Path root : roots) {
            try {
                if (Files.isDirectory(root)) {
                    load(root, classes);
                } else {
                    try (FileSystem jar = FileSystems.newFileSystem(root)) {
                        load(jar.getPath("/"), classes);
                    }
                }
            } catch (IOException | UncheckedIOException | java.nio.file.ProviderNotFoundException e) {
                throw CoverageCheckMessages.noRoot(root);
            }
        }
        return classes;
    }

    private void load(Path folder, List<Class<?>> classes) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> compiled = files.filter(file -> file.toString().endsWith(END))
                    .filter(file -> !file.toString().endsWith("-info.class"))
                    .filter(file -> !folder.relativize(file).startsWith("META-INF"))
                    .toList();
            for (Path file : compiled) {
                load(folder, file, classes);
            }
        }
    }

    private void load(Path folder, Path file, List<Class<?>> classes) throws IOException {
        String path = folder.relativize(file).toString();
        String name = path.substring(0, path.length() - END.length())
                .replace(file.getFileSystem().getSeparator(), ".");
        try {
            Class<?> type = Class.forName(name, false, loader);
            CoverageScan.isResource(type); // reads the annotations of its superclasses and interfaces
            classes.add(type);
        } catch (ClassNotFoundException | LinkageError | TypeNotPresentException missing) {
            if (usesJaxrs(file)) {
                unreadable.add(name);
            }
        }
    }

    private static boolean usesJaxrs(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains(JAXRS);
        }
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

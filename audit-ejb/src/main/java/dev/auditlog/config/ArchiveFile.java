package dev.auditlog.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.System.Logger.Level;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The file with the application's own settings.
 *
 * <p>Class loaders ask their parents first, so a file of the server, or of another archive, would be taken for the
 * application's. Read is only what a loader of the deployment adds to its parent: first the archive's loader, then those
 * above it up to the one that holds this library (in an EAR the modules share that one).
 */
final class ArchiveFile {

    static final String NAME = "META-INF/audit.properties";

    private static final System.Logger LOG = System.getLogger(ArchiveFile.class.getName());

    private ArchiveFile() {}

    static Map<String, String> read(ClassLoader archive) {
        return read(archive, ArchiveFile.class.getClassLoader());
    }

    /** Reads the nearest file; empty if there is none. */
    static Map<String, String> read(ClassLoader archive, @Nullable ClassLoader library) {
        boolean carried = isAbove(library, archive);
        ClassLoader loader = archive;
        while (true) {
            Map<String, URL> own = own(loader);
            if (!own.isEmpty()) {
                return load(own);
            }
            if (!carried || loader == library || loader.getParent() == null) {
                return Map.of();
            }
            loader = loader.getParent();
        }
    }

    private static boolean isAbove(@Nullable ClassLoader upper, ClassLoader lower) {
        ClassLoader loader = lower;
        while (loader != null && loader != upper) {
            loader = loader.getParent();
        }
        return loader != null;
    }

    private static Map<String, URL> own(ClassLoader loader) {
        Map<String, URL> found = files(loader);
        if (loader.getParent() != null) {
            found.keySet().removeAll(files(loader.getParent()).keySet());
        }
        return found;
    }

    /** By their text: equality of URLs asks DNS. */
    private static Map<String, URL> files(ClassLoader loader) {
        Map<String, URL> files = new LinkedHashMap<>();
        try {
            Collections.list(loader.getResources(NAME)).forEach(url -> files.put(url.toExternalForm(), url));
        } catch (IOException e) {
            throw ConfigException.unreadable(NAME, e);
        }
        return files;
    }

    private static Map<String, String> load(Map<String, URL> files) {
        Map.Entry<String, URL> first = files.entrySet().iterator().next();
        if (files.size() > 1) {
            LOG.log(Level.WARNING, ConfigMessages.severalFiles(first.getKey(), files.size()));
        }
        Properties properties = new Properties();
        try (InputStream in = open(first.getValue());
                InputStreamReader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(text);
        } catch (IOException | IllegalArgumentException e) {
            throw ConfigException.unreadable(first.getKey(), e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, properties::getProperty));
    }

    /** Without the cache of jar files, which would keep the archive open after an undeploy. */
    private static InputStream open(URL file) throws IOException {
        URLConnection connection = file.openConnection();
        connection.setUseCaches(false);
        return connection.getInputStream();
    }
}

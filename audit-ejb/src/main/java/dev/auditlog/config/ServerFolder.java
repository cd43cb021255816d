package dev.auditlog.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where files go for which nobody has named a place: the server's own folder (Payara and GlassFish: the domain; WildFly:
 * its data; Liberty: its output) or, where that is none or itself temporary (Payara Micro), {@code java.io.tmpdir}.
 */
public final class ServerFolder {

    private static final String[] PROPERTIES = {"com.sun.aas.instanceRoot", "jboss.server.data.dir", "server.output.dir"
    };

    private ServerFolder() {}

    /** Returns the folder; not one that goes away with the process, as Payara Micro's does. */
    public static Path path() {
        return Stream.of(PROPERTIES)
                .map(System::getProperty)
                .filter(Objects::nonNull)
                .map(folder -> Path.of(folder).toAbsolutePath().normalize())
                .filter(folder -> Files.isDirectory(folder) && !isTemporary(folder))
                .findFirst()
                .orElseGet(ServerFolder::temporary);
    }

    /** Whether the path lies in {@code java.io.tmpdir}, which a restart of the machine may empty. */
    public static boolean isTemporary(Path path) {
        return path.toAbsolutePath().normalize().startsWith(temporary());
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir", "."))
                .toAbsolutePath()
                .normalize();
    }
}

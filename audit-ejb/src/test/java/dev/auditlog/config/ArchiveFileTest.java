package dev.auditlog.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveFileTest {

    @TempDir
    Path folder;

    private URLClassLoader loader(@Nullable ClassLoader parent, String name, String... lines) throws IOException {
        Path root = Files.createDirectories(folder.resolve(name).resolve("META-INF"));
        if (lines.length > 0) {
            Files.writeString(root.resolve("audit.properties"), String.join("\n", lines));
        }
        return new URLClassLoader(new URL[] {folder.resolve(name).toUri().toURL()}, parent);
    }

    @Test
    void read_warWithAFile_givesItsValues() throws IOException {
        try (URLClassLoader war = loader(null, "war", "audit.application = shöp", "# comment")) {
            assertEquals(Map.of("audit.application", "shöp"), ArchiveFile.read(war, war));
        }
    }

    @Test
    void read_onlyTheServerHasAFile_givesNothing() throws IOException {
        try (URLClassLoader server = loader(null, "server", "audit.application=other");
                URLClassLoader war = loader(server, "war")) {
            assertEquals(Map.of(), ArchiveFile.read(war, war));
        }
    }

    @Test
    void read_serverAndWarHaveAFile_givesTheWars() throws IOException {
        try (URLClassLoader server = loader(null, "server", "audit.application=other");
                URLClassLoader war = loader(server, "war", "audit.application=shop")) {
            assertEquals(Map.of("audit.application", "shop"), ArchiveFile.read(war, war));
        }
    }

    @Test
    void read_libraryInTheEar_takesTheEarsFileForAModuleWithoutOne() throws IOException {
        try (URLClassLoader server = loader(null, "server", "audit.application=other");
                URLClassLoader ear = loader(server, "ear", "audit.application=bank");
                URLClassLoader web = loader(ear, "web");
                URLClassLoader own = loader(ear, "own", "audit.application=console")) {
            assertEquals(Map.of("audit.application", "bank"), ArchiveFile.read(web, ear));
            assertEquals(Map.of("audit.application", "console"), ArchiveFile.read(own, ear));
        }
    }

    @Test
    void read_libraryElsewhere_doesNotClimb() throws IOException {
        try (URLClassLoader ear = loader(null, "ear", "audit.application=bank");
                URLClassLoader web = loader(ear, "web");
                URLClassLoader stranger = loader(null, "stranger")) {
            assertEquals(Map.of(), ArchiveFile.read(web, stranger));
        }
    }

    @Test
    void read_brokenFile_isRefusedByName() throws IOException {
        try (URLClassLoader war = loader(null, "war", "audit.node = \\u12")) {
            var thrown = assertThrows(ConfigException.class, () -> ArchiveFile.read(war, war));
            assertEquals("AUD-0113", thrown.code());
            assertEquals(ArchiveFile.NAME, thrown.faults().get(0).key());
        }
    }
}

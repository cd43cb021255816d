package dev.auditlog.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerFolderTest {

    private static final String TEMPORARY = System.getProperty("java.io.tmpdir");

    @TempDir
    Path folder;

    @AfterEach
    void restore() {
        System.setProperty("java.io.tmpdir", TEMPORARY);
        System.clearProperty("jboss.server.data.dir");
    }

    private Path temporary() throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("temporary"));
        System.setProperty("java.io.tmpdir", temporary.toString());
        return temporary;
    }

    @Test
    void path_serverWithAFolder_isThatFolder() throws IOException {
        Path temporary = temporary();
        Path data = Files.createDirectory(folder.resolve("data"));
        System.setProperty("jboss.server.data.dir", data.toString());
        assertEquals(data, ServerFolder.path());
        assertFalse(ServerFolder.isTemporary(data));
        assertTrue(ServerFolder.isTemporary(temporary.resolve("spool")));
    }

    @Test
    void path_noFolderOrATemporaryOne_isForTemporaryFiles() throws IOException {
        Path temporary = temporary();
        assertEquals(temporary, ServerFolder.path());
        Path inside = Files.createDirectory(temporary.resolve("micro"));
        System.setProperty("jboss.server.data.dir", inside.toString());
        assertEquals(temporary, ServerFolder.path());
    }
}

package dev.auditlog.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.config.AuditConfig;
import dev.auditlog.config.ServerFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolPlaceTest {

    @TempDir
    Path folder;

    private static AuditConfig config(String directory) {
        return AuditConfig.of(Map.of("audit.spool.directory", directory), "shop");
    }

    @Test
    void directory_notConfigured_isNamedAfterApplicationAndNode() {
        AuditConfig config = AuditConfig.of(Map.of("audit.node", "n1"), "shop");
        assertEquals(ServerFolder.path().resolve("audit-spool-shop-n1"), SpoolPlace.directory(config));
    }

    @Test
    void open_configuredDirectory_isMadeAndUsed() {
        Path chosen = folder.resolve("a").resolve("b");
        try (Spool spool = SpoolPlace.open(config(chosen.toString()))) {
            spool.append(List.of(new byte[10]));
            assertTrue(Files.isDirectory(chosen));
            assertTrue(spool.hasRoom(1_000_000_000));
        }
    }

    @Test
    void open_directoryThatCannotBeMade_isRefusedByName() throws IOException {
        Path below = Files.createFile(folder.resolve("file")).resolve("spool");
        var thrown = assertThrows(SpoolException.class, () -> SpoolPlace.open(config(below.toString())));
        assertEquals("AUD-0332", thrown.code());
        assertTrue(
                thrown.getMessage()
                        .startsWith("AUD-0332 The spool " + below + " (audit.spool.directory) cannot be used"),
                thrown.getMessage());
    }
}

package dev.auditlog.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With {@code -Dreference.write=true} the reference is written first. */
class ConfigReferenceTest {

    private static final Path FILE = Path.of("..", "docs", "reference", "configuration.md");

    @Test
    void reference_keysInTheCode_isWhatTheyGenerate() throws IOException {
        if (Boolean.getBoolean("reference.write")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, ConfigReference.markdown());
        }
        assertEquals(
                ConfigReference.markdown(),
                Files.readString(FILE),
                "docs/reference/configuration.md is out of date; its first lines say how to make it anew");
    }

    @Test
    void reference_exampleOfAWrongValue_isTheRealMessage() {
        var config = Map.of("audit.capture.request-body.max-size", "64MB");
        var thrown = assertThrows(ConfigException.class, () -> AuditConfig.of(config, "shop"));
        assertTrue(ConfigReference.markdown().contains("\n" + thrown.getMessage() + "\n"));
    }
}

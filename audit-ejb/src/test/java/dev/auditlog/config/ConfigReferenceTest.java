package dev.auditlog.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** With {@code -Dreference.write=true} the reference is written first, and the README's table. */
class ConfigReferenceTest {

    private static final Path FILE = Path.of("..", "docs", "reference", "configuration.md");

    private static final Path README = Path.of("..", "README.md");

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
    void readme_keysThatAreWantedFirst_areDescribedAsInTheCode() throws IOException {
        String readme = Files.readString(README);
        Matcher table = Pattern.compile(Pattern.quote(ConfigReference.README_HEAD) + "(?:\\|.*\n)+")
                .matcher(readme);
        assertTrue(table.find(), "README.md has no table that begins with " + ConfigReference.README_HEAD);
        if (Boolean.getBoolean("reference.write")) {
            Files.writeString(README, readme.replace(table.group(), ConfigReference.readmeTable()));
        } else {
            assertEquals(ConfigReference.readmeTable(), table.group());
        }
    }

    @Test
    void reference_exampleOfAWrongValue_isTheRealMessage() {
        var config = Map.of("audit.capture.request-body.max-size", "64MB");
        var thrown = assertThrows(ConfigException.class, () -> AuditConfig.of(config, "shop"));
        assertTrue(ConfigReference.markdown().contains("\n" + thrown.getMessage() + "\n"));
    }
}

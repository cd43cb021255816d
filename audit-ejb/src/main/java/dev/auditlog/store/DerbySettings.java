package dev.auditlog.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/** Derby's system-wide settings: a system property, else the file {@code derby.properties} in its home. */
final class DerbySettings {

    private static final String DURABILITY = "derby.system.durability";

    private DerbySettings() {}

    /** Value of {@code derby.system.durability} in lower case; empty if it is not set. */
    static String durability() {
        String set = System.getProperty(DURABILITY);
        return (set == null ? inFile() : set).strip().toLowerCase(Locale.ROOT);
    }

    private static String inFile() {
        Path file = Path.of(System.getProperty("derby.system.home", System.getProperty("user.dir")))
                .resolve("derby.properties");
        Properties settings = new Properties();
        if (Files.isReadable(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                settings.load(in);
            } catch (IOException | IllegalArgumentException e) {
                return ""; // Derby itself does not start with a file that it cannot read
            }
        }
        return settings.getProperty(DURABILITY, "");
    }
}

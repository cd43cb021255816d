package dev.auditlog.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Version of the library, as its build wrote it down; a manifest does not survive every way of packing. */
final class LibraryVersion {

    private static final String FILE = "version.properties";

    static final String TEXT = read();

    private LibraryVersion() {}

    private static String read() {
        Properties build = new Properties();
        try (InputStream file = LibraryVersion.class.getResourceAsStream(FILE)) {
            if (file != null) {
                build.load(file);
            }
        } catch (IOException unreadable) {
            return "";
        }
        return build.getProperty("version", "");
    }
}

package dev.auditlog.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds keys that look like ours and are not: most are misspelled. */
final class UnknownKeys {

    /** Belongs to the datasource recipes of the servers, which use these names for driver and address. */
    private static final String RECIPES = ConfigKey.PREFIX + "db.";

    /** Read by the console at start, and kept out of the keys since no file may hold it. */
    private static final String DEMO_PASSWORD = ConfigKey.PREFIX + "console.demo-password";

    private static final String OF_ONE = ConfigKey.PREFIX + "app.";
    private static final String ENVIRONMENT = "AUDIT_";

    /** A variable that begins with AUDIT_ may be somebody else's; only a near miss is worth a word. */
    private static final int NEAR = 3;

    private UnknownKeys() {}

    /** One message for each unknown key that this application would have read. */
    static List<String> messages(ConfigSources sources, String application) {
        List<String> messages = new ArrayList<>();
        for (String name : sources.names()) {
            String plain = plain(name, application);
            if (plain != null && !isOurs(plain) && distance(plain, nearest(plain)) > 0) {
                messages.add(ConfigMessages.unknown(name, "as a property", nearest(plain)));
            }
        }
        for (String name : sources.environment().keySet()) {
            String plain = name.startsWith(ENVIRONMENT) ? unmapped(name) : null;
            int distance = plain == null ? 0 : distance(plain, unmapped(nearest(plain)));
            if (plain != null && distance > 0 && distance <= NEAR) {
                messages.add(ConfigMessages.unknown(name, "in the environment", mapped(nearest(plain))));
            }
        }
        return messages;
    }

    private static boolean isOurs(String plain) {
        return plain.startsWith(RECIPES) || plain.equals(DEMO_PASSWORD);
    }

    /** The plain key of a name; null for a key of another application, which that one judges itself. */
    private static @Nullable String plain(String name, String application) {
        String own = OF_ONE + application + ".";
        if (name.startsWith(own)) {
            return ConfigKey.PREFIX + name.substring(own.length());
        }
        return name.startsWith(OF_ONE) ? null : name;
    }

    private static String unmapped(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ".");
    }

    private static String mapped(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    static String nearest(String name) {
        return Arrays.stream(ConfigKey.values())
                .map(ConfigKey::key)
                .min(Comparator.comparingInt(key -> distance(name, key)))
                .orElseThrow();
    }

    /** Levenshtein's distance: how many letters to add, drop or exchange. */
    static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int exchanged = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}

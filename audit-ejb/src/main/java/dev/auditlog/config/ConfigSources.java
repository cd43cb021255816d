package dev.auditlog.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where values are looked up, in this order: system properties and environment by the application's own key, the same by
 * the plain key, MicroProfile Config likewise, the archive's file.
 *
 * @param properties system properties
 * @param environment environment variables
 * @param microProfile MicroProfile Config by key; gives null where there is none or the key is not set
 * @param archive contents of {@code META-INF/audit.properties}
 */
record ConfigSources(
        Map<String, String> properties,
        Map<String, String> environment,
        Function<String, @Nullable String> microProfile,
        Map<String, String> archive) {

    /** Looks a key up for one application; null where it is set nowhere. */
    @Nullable
    Found find(ConfigKey key, String application) {
        boolean list = key.type().list();
        String own = key.keyFor(application);
        Found found = fromServer(own, list);
        if (found == null) {
            found = fromServer(key.key(), list);
        }
        if (found == null) {
            found = usable(microProfile.apply(own), list, "the MicroProfile property " + own);
        }
        if (found == null) {
            found = usable(microProfile.apply(key.key()), list, "the MicroProfile property " + key.key());
        }
        return found == null ? fromArchive(key) : found;
    }

    @Nullable
    Found fromArchive(ConfigKey key) {
        return usable(archive.get(key.key()), key.type().list(), key.key() + " in " + ArchiveFile.NAME);
    }

    @Nullable
    Found fromServer(String key, boolean list) {
        Found found = usable(properties.get(key), list, "the system property " + key);
        for (String name : environmentNames(key)) {
            if (found == null) {
                found = usable(environment.get(name), list, "the environment variable " + name);
            }
        }
        return found;
    }

    /** An empty value is the empty list; for all other types it is as good as not set. */
    private static @Nullable Found usable(@Nullable String value, boolean list, String place) {
        return value == null || (value.isBlank() && !list) ? null : new Found(value.trim(), place);
    }

    /** The names that MicroProfile Config 3.1 maps a key to, in its order. */
    static Iterable<String> environmentNames(String key) {
        String mapped = key.replaceAll("[^A-Za-z0-9]", "_");
        return List.of(key, mapped, mapped.toUpperCase(Locale.ROOT));
    }

    /** Keys that begin with {@code audit.} and are set as such. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Map<String, String> source : List.of(properties, environment, archive)) {
            source.keySet().stream()
                    .filter(name -> name.startsWith(ConfigKey.PREFIX))
                    .forEach(names::add);
        }
        return names;
    }
}

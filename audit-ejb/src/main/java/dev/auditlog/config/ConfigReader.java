package dev.auditlog.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads every key once and collects what is wrong, so that one start names all faults. */
final class ConfigReader {

    private static final Duration TO_CANCEL = Duration.ofSeconds(5);

    private final ConfigSources sources;
    private final List<ConfigFault> faults = new ArrayList<>();
    private final Map<ConfigKey, Object> values = new EnumMap<>(ConfigKey.class);

    private ConfigReader(ConfigSources sources) {
        this.sources = sources;
    }

    /**
     * Reads all keys.
     *
     * @return the value of each key that has one
     * @throws ConfigException if at least one value is wrong
     */
    static Map<ConfigKey, Object> read(ConfigSources sources, String deploymentName) {
        ConfigReader reader = new ConfigReader(sources);
        String application = reader.application(deploymentName);
        for (ConfigKey key : ConfigKey.values()) {
            if (key != ConfigKey.APPLICATION) {
                reader.put(key, sources.find(key, application));
            }
        }
        reader.values.putIfAbsent(ConfigKey.NODE, Names.host(sources.environment()));
        if (reader.faults.isEmpty()) {
            reader.requireTimeToCancel();
        }
        if (!reader.faults.isEmpty()) {
            throw new ConfigException(reader.faults);
        }
        return reader.values;
    }

    /** Every other key may be set for one application, so its name comes first, and from the archive alone. */
    private String application(String deploymentName) {
        put(ConfigKey.APPLICATION, sources.fromArchive(ConfigKey.APPLICATION));
        return (String) values.computeIfAbsent(ConfigKey.APPLICATION, key -> Names.fitting(deploymentName));
    }

    /** A statement that takes too long is cancelled; only if not even that is answered, the connection is given up. */
    private void requireTimeToCancel() {
        Duration answer = (Duration) values.get(ConfigKey.RECORD_ANSWER_TIMEOUT);
        Duration query = (Duration) values.get(ConfigKey.CONSOLE_QUERY_TIMEOUT);
        if (answer != null && query != null && answer.compareTo(query.plus(TO_CANCEL)) < 0) {
            faults.add(ConfigMessages.answerTooShort(answer, query, query.plus(TO_CANCEL)));
        }
    }

    private void put(ConfigKey key, @Nullable Found found) {
        if (found != null) {
            parse(key, found);
        } else if (key.fallback() != null) {
            values.put(key, key.type().parser().apply(key.fallback()));
        }
    }

    private void parse(ConfigKey key, Found found) {
        if (key.type().planned().contains(found.value().toUpperCase(Locale.ROOT))) {
            faults.add(ConfigMessages.notAvailable(key, found));
            return;
        }
        try {
            values.put(key, key.type().parser().apply(found.value()));
        } catch (IllegalArgumentException e) {
            faults.add(ConfigMessages.wrong(key, found)); // says more than the parser's own words
        }
    }
}

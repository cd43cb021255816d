package dev.auditlog.config;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What this package says: AUD-0100 to AUD-0199. */
final class ConfigMessages {

    private static final int MAX_VALUE = 200;

    private ConfigMessages() {}

    /** A value that its key's type does not take. */
    static ConfigFault wrong(ConfigKey key, Found found) {
        return fault(key.type().code(), key, found, "is not " + key.type().what());
    }

    /** A value that a later release will take. */
    static ConfigFault notAvailable(ConfigKey key, Found found) {
        return fault("AUD-0110", key, found, "is not available in this release");
    }

    private static ConfigFault fault(String code, ConfigKey key, Found found, String what) {
        String value = printable(found.value());
        String message = key.key() + " = \"" + value + "\" " + what + ". Allowed: "
                + key.type().allowed() + "; default " + key.fallbackText() + ". Correct " + found.place()
                + " and redeploy.";
        return new ConfigFault(code, key.key(), value, message);
    }

    static String code(List<ConfigFault> faults) {
        return faults.size() == 1 ? faults.get(0).code() : "AUD-0100";
    }

    static String all(List<ConfigFault> faults) {
        if (faults.size() == 1) {
            return faults.get(0).message();
        }
        return faults.stream()
                .map(fault -> fault.code() + " " + fault.message())
                .collect(Collectors.joining("\n", faults.size() + " keys of the configuration are wrong:\n", ""));
    }

    static String unknown(String found, String place, @Nullable String nearest) {
        return "AUD-0111 " + printable(found) + " (" + place + ") is no key of the audit log and does nothing."
                + (nearest == null ? "" : " The nearest is " + nearest + ".")
                + " Correct or remove it; docs/reference/configuration.md lists all.";
    }

    static String applicationElsewhere(Found found) {
        return "AUD-0112 " + found.place() + " sets " + ConfigKey.APPLICATION.key() + ", which is read from "
                + ArchiveFile.NAME + " of the application only and does nothing here. Move it there.";
    }

    static ConfigFault unreadableFile(String file) {
        String message = file + " cannot be read as a properties file in UTF-8. Correct it and redeploy.";
        return new ConfigFault("AUD-0113", ArchiveFile.NAME, file, message);
    }

    static String severalFiles(String used, int count) {
        return "AUD-0114 The application holds " + count + " files " + ArchiveFile.NAME + "; only " + used
                + " is read. Remove the others.";
    }

    static String microProfileFailed(String key) {
        return "AUD-0115 MicroProfile Config failed for " + key + "; the key is taken as not set there.";
    }

    static ConfigFault answerTooShort(Duration answer, Duration query, Duration least) {
        ConfigKey key = ConfigKey.RECORD_ANSWER_TIMEOUT;
        String message = key.key() + " = " + answer.toMillis() + "ms leaves no time to cancel a query of "
                + query.toMillis() + "ms (" + ConfigKey.CONSOLE_QUERY_TIMEOUT.key() + "). Allowed: " + least.toMillis()
                + "ms and more. Raise the one or lower the other, and redeploy.";
        return new ConfigFault("AUD-0116", key.key(), answer.toMillis() + "ms", message);
    }

    /** Without line breaks and other control characters, and short enough for a line of a log. */
    static String printable(String value) {
        String flat = value.replaceAll("\\p{Cntrl}", "?");
        return flat.length() <= MAX_VALUE ? flat : flat.substring(0, MAX_VALUE) + "…";
    }
}

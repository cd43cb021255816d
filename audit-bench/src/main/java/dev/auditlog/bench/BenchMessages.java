package dev.auditlog.bench;

import java.nio.file.Path;
import java.util.Collection;

/** Messages AUD-0950 to AUD-0999. */
final class BenchMessages {

    private BenchMessages() {}

    static BenchException notAllowed(String key, String found, Collection<String> allowed) {
        return new BenchException(
                "AUD-0950",
                key + " = \"" + found + "\" is not known. Allowed: " + String.join(", ", allowed)
                        + ". Correct the option and run it again.");
    }

    static BenchException notANumber(String key, String found) {
        return new BenchException(
                "AUD-0951",
                key + " = \"" + found + "\" is not a number above 0, or a list of such numbers with commas. Correct"
                        + " the option and run it again.");
    }

    static BenchException notStarted(String what, Path log) {
        return new BenchException("AUD-0952", what + " did not start. The end of " + log + " says why.");
    }

    static BenchException baselineMissing(String variant) {
        return new BenchException(
                "AUD-0953", "The variant \"" + variant + "\" is not deployed, and without it there are no ratios.");
    }

    static BenchException notDurable(String setting, String value) {
        return new BenchException(
                "AUD-0954",
                "PostgreSQL runs with " + setting + " = " + value + " and may lose commits, so its figures say"
                        + " nothing. Allowed: on.");
    }

    static String leftOut(String variant, String reason) {
        return "AUD-0955 Without the variant \"" + variant + "\": " + reason;
    }
}

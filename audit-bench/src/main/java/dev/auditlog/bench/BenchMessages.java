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

    static BenchException noCompiler(Path log) {
        return new BenchException(
                "AUD-0956",
                "bench.disk = \"slow\" needs gcc, which is missing or failed; " + log + " says which. Install it"
                        + " (apt-get install gcc), or leave the option out.");
    }

    static BenchException slowDiskOfDerby() {
        return new BenchException(
                "AUD-0957",
                "bench.disk = \"slow\" works with bench.database = \"postgresql\" only: Derby opens its log so that"
                        + " each write waits for the disk, and calls no fsync that could be made slower.");
    }

    static BenchException noRecording(String what) {
        return new BenchException(
                "AUD-0958",
                "The server's flight recorder did not answer: " + what + ". It needs a whole JDK with jcmd; leave"
                        + " bench.jfr out, or run with such a JDK.");
    }

    static BenchException notEmpty(String url) {
        return new BenchException(
                "AUD-0959",
                "The database " + url + " holds events already; only an empty one is seeded. Name another one with"
                        + " bench.url, or another folder with bench.data, or delete what is there.");
    }

    static BenchException notSeeded(String url) {
        return new BenchException(
                "AUD-0960",
                "The database " + url + " holds no events to ask for. Run it with bench = \"seed\" and the same options"
                        + " first.");
    }

    static BenchException notATime(String key, String found) {
        return new BenchException(
                "AUD-0961",
                key + " = \"" + found + "\" is no time. Allowed: now, or an instant such as 2026-11-29T12:00:00Z."
                        + " Correct the option and run it again.");
    }

    static String leftOut(String variant, String reason) {
        return "AUD-0955 Without the variant \"" + variant + "\": " + reason;
    }
}

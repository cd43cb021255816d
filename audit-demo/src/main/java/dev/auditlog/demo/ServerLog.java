package dev.auditlog.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a Payara server's log says about applications that it refused. */
final class ServerLog {

    /** Whatever the phase in which it failed. */
    private static final Pattern REFUSED =
            Pattern.compile("Exception while (?:(?:deploying|preparing|loading) the app|invoking class)");

    /** A refusal by this project's own code says it all in one line. */
    private static final Pattern OWN = Pattern.compile("Exception: (AUD-\\d{4} .*)");

    /** Up to a stack trace, an empty line or the end of the record. */
    private static final Pattern OTHER =
            Pattern.compile("Exception while \\w+ the app(?: \\[[^]]*])? : ((?s:.+?))(?=\\R\\s+at |\\R\\s*\\R|]]|\\z)");

    private static final int MAX_LENGTH = 1000;

    private ServerLog() {}

    /** Why an application was refused; empty if none was, or nothing is written yet. */
    static Optional<String> refusal(Path log) {
        try {
            return refusal(new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }

    static Optional<String> refusal(String log) {
        if (!REFUSED.matcher(log).find()) {
            return Optional.empty();
        }
        return Stream.of(OWN, OTHER)
                .map(pattern -> pattern.matcher(log))
                .filter(Matcher::find)
                .map(found -> found.group(1).strip())
                .map(reason -> reason.length() <= MAX_LENGTH ? reason : reason.substring(0, MAX_LENGTH) + "…")
                .findFirst()
                .or(() -> Optional.of("it gave no reason."));
    }
}

package dev.auditlog.redact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds passwords in the options of well-known commands: {@code curl -u alice:x}, {@code sshpass -p x}. */
final class CommandLines {

    private static final Pattern USER = Pattern.compile(
            "(?<!\\S)(?:-u|-U|--user|--proxy-user)[ =]?[\"']?[^\\s:\"'/]{1,128}:(?!//|\\d+(?!\\S))([^\\s\"']{1,256})");

    private static final Pattern PASSWORD = Pattern.compile(
            "\\b(?:sshpass|mysql|mysqldump|mysqladmin|mariadb)\\b[^\\n|;]{0,128}?\\s-p ?[\"']?([^\\s\"'-][^\\s\"']{2,256})");

    private CommandLines() {}

    static void find(String text, Spans spans, KnownSecrets secrets) {
        if (text.indexOf(':') > 0) {
            find(USER, text, spans, secrets);
        }
        if (text.contains("-p")) {
            find(PASSWORD, text, spans, secrets);
        }
    }

    private static void find(Pattern form, String text, Spans spans, KnownSecrets secrets) {
        for (Matcher m = form.matcher(text); m.find(); ) {
            spans.add(m.start(1), m.end(1));
            secrets.add(m.group(1));
        }
    }
}

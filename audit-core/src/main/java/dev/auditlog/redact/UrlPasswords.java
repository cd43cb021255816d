package dev.auditlog.redact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the password in the user part of a URL (RFC 3986 section 3.2.1), and in Oracle's JDBC URLs. */
final class UrlPasswords {

    private static final Pattern ORACLE = Pattern.compile("jdbc:oracle:\\w{1,10}:[^/\\s@]{1,128}/([^@\\s]{1,256})@");

    private static final int LONGEST = 1024;

    /** A user without a password that is as long as that is rather a token. */
    private static final int TOKEN = 16;

    private UrlPasswords() {}

    static void find(String text, Spans spans, KnownSecrets secrets) {
        int lastAt = text.lastIndexOf('@');
        for (int at = text.indexOf("//"); at >= 0 && at < lastAt; at = text.indexOf("//", at + 2)) {
            findUserInfo(text, at + 2, spans, secrets);
        }
        if (text.contains("jdbc:oracle")) {
            for (Matcher m = ORACLE.matcher(text); m.find(); ) {
                take(text, m.start(1), m.end(1), spans, secrets);
            }
        }
    }

    private static void findUserInfo(String text, int from, Spans spans, KnownSecrets secrets) {
        int end = from;
        int authority = -1;
        int at = -1;
        int lastAt = -1;
        for (; end < text.length() && end - from < LONGEST && !isEnd(text.charAt(end)); end++) {
            char c = text.charAt(end);
            if (authority < 0 && (c == '/' || c == '?' || c == '#')) {
                authority = end;
                at = lastAt;
            } else if (c == '@') {
                lastAt = end;
            }
        }
        if (authority < 0) {
            authority = end;
            at = lastAt;
        }
        int colon = text.indexOf(':', from);
        boolean address = from < text.length() && text.charAt(from) == '[';
        if (at < 0
                && lastAt >= 0
                && !address
                && colon >= 0
                && colon < authority
                && !isPort(text, colon + 1, authority)) {
            at = lastAt; // "https://alice:p/ss@host": no valid port, so the slash belongs to the password
        }
        if (at < 0) {
            return;
        }
        if (colon >= 0 && colon < at) {
            take(text, colon + 1, at, spans, secrets);
        } else if (at - from >= TOKEN) {
            take(text, from, at, spans, secrets);
        }
    }

    private static void take(String text, int from, int to, Spans spans, KnownSecrets secrets) {
        spans.add(from, to);
        secrets.add(text.substring(from, to));
    }

    private static boolean isPort(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isEnd(char c) {
        return c <= ' ' || c == '"' || c == '<' || c == '>' || c == '\'' || c == '`';
    }
}

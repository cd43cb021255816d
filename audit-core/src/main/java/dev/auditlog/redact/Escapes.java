package dev.auditlog.redact;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Undoes entities of XML and HTML and the escapes of programs, as far as letters and signs hide behind them. */
final class Escapes {

    private static final Pattern ESCAPE = Pattern.compile(
            "&(lt|gt|amp|quot|apos|equals|colon|nbsp);|&#([0-9]{1,6});|&#[xX]([0-9a-fA-F]{1,5});|\\\\{1,4}u([0-9a-fA-F]{4})"
                    + "|\\\\{1,4}x([0-9a-fA-F]{2})");

    private static final Map<String, String> NAMED = Map.of(
            "lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'", "equals", "=", "colon", ":", "nbsp", " ");

    private Escapes() {}

    /** A cheap look: false if {@link #decode} would change nothing. */
    static boolean mayBeIn(String text) {
        return text.indexOf('&') >= 0 && text.indexOf(';') >= 0 || text.contains("\\u") || text.contains("\\x");
    }

    static String decode(String text) {
        return once(once(text)); // "&amp;lt;"
    }

    private static String once(String text) {
        return ESCAPE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(plain(m)));
    }

    private static String plain(java.util.regex.MatchResult escape) {
        String name = escape.group(1);
        if (name != null) {
            return NAMED.getOrDefault(name, "");
        }
        int code = escape.group(2) == null ? -1 : Integer.parseInt(escape.group(2));
        for (int group = 3; group <= 5 && code < 0; group++) {
            String hex = escape.group(group);
            code = hex == null ? -1 : Integer.parseInt(hex, 16);
        }
        return Character.toString(code);
    }
}

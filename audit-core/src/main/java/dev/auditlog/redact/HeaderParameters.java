package dev.auditlog.redact;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parameters of a header's value: {@code ; name=value; name="quoted"}. */
final class HeaderParameters {

    private HeaderParameters() {}

    /** Returns the first parameter of a name, without quotes; null if there is none. */
    static @Nullable String value(String header, String name) {
        int at = 0;
        while (at < header.length()) {
            int semicolon = semicolon(header, at);
            String parameter = header.substring(at, semicolon).strip();
            int equals = parameter.indexOf('=');
            if (equals > 0
                    && parameter
                            .substring(0, equals)
                            .strip()
                            .toLowerCase(Locale.ROOT)
                            .equals(name)) {
                String value = unquoted(parameter.substring(equals + 1).strip());
                return value.isEmpty() ? null : value;
            }
            at = semicolon + 1;
        }
        return null;
    }

    private static int semicolon(String header, int from) {
        boolean quoted = false;
        for (int i = from; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                return i;
            }
        }
        return header.length();
    }

    private static String unquoted(String value) {
        if (value.length() < 2 || value.charAt(0) != '"' || !value.endsWith("\"")) {
            return value;
        }
        StringBuilder plain = new StringBuilder(value.length());
        for (int i = 1; i < value.length() - 1; i++) {
            // Browsers send a file name's backslash as it is, so only quotes and backslashes are unescaped.
            boolean escape = value.charAt(i) == '\\'
                    && i + 1 < value.length() - 1
                    && (value.charAt(i + 1) == '"' || value.charAt(i + 1) == '\\');
            plain.append(value.charAt(escape ? ++i : i));
        }
        return plain.toString();
    }
}

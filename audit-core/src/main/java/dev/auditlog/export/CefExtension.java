package dev.auditlog.export;

import org.jspecify.annotations.Nullable;

/** The extension of a CEF line in the making: keys and values, of which those that are absent are left out. */
final class CefExtension {

    private final StringBuilder line;
    private boolean begun;

    CefExtension(StringBuilder line) {
        this.line = line;
    }

    CefExtension put(String key, @Nullable Object value) {
        if (value != null) {
            line.append(begun ? " " : "").append(key).append('=');
            escaped(value.toString());
            begun = true;
        }
        return this;
    }

    /** A field that has no meaning of its own, with the label that gives it one. */
    void labelled(String key, String label, @Nullable Object value) {
        if (value != null) {
            put(key, value).put(key + "Label", label);
        }
    }

    /** A pipe means itself here. */
    private void escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\', '=' -> line.append('\\').append(c);
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                default -> line.append(c);
            }
        }
    }
}

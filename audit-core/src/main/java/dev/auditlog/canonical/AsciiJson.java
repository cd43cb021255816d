package dev.auditlog.canonical;

import java.util.HexFormat;

/** JSON with nothing but ASCII in it, for where it must be stored in a database of any encoding. */
public final class AsciiJson {

    private static final char FIRST_BEYOND = 0x80;
    private static final HexFormat HEX = HexFormat.of();

    private AsciiJson() {}

    /** Returns JSON that says the same: what is not ASCII stands in its strings only, where it may be escaped. */
    public static String of(String json) {
        int first = 0;
        while (first < json.length() && json.charAt(first) < FIRST_BEYOND) {
            first++;
        }
        if (first == json.length()) {
            return json;
        }
        StringBuilder ascii = new StringBuilder(json.length() + json.length() / 2).append(json, 0, first);
        for (int i = first; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c < FIRST_BEYOND) {
                ascii.append(c);
            } else {
                ascii.append("\\u").append(HEX.toHexDigits(c));
            }
        }
        return ascii.toString();
    }
}

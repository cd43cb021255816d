package dev.auditlog.redact;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Percent-encoding (RFC 3986 section 2.1) and the plus sign of forms, read with mercy. */
final class Percent {

    private static final int ROUNDS = 3;

    private Percent() {}

    /** Decodes until nothing changes, three times at most: secrets are looked for behind double encoding too. */
    static String decodeFully(String text) {
        String decoded = text;
        for (int i = 0; i < ROUNDS && decoded.indexOf('%') >= 0; i++) {
            String next = decode(decoded);
            if (next.equals(decoded)) {
                break;
            }
            decoded = next;
        }
        return decoded;
    }

    /** Decodes UTF-8; what is no valid escape stays. A plus sign stays. */
    static String decode(String text) {
        String decoded = decode(text, StandardCharsets.UTF_8, true);
        return decoded == null ? text : decoded;
    }

    /** Decodes a name or value of a form; null if an escape is broken. */
    static @Nullable String decodeForm(String text, Charset charset) {
        return decode(text.replace('+', ' '), charset, false);
    }

    private static @Nullable String decode(String text, Charset charset, boolean lenient) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder(text.length());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            int value = text.charAt(i) == '%' ? octet(text, i) : -1;
            if (value >= 0) {
                bytes.write(value);
                i += 2;
                continue;
            }
            if (text.charAt(i) == '%' && !lenient) {
                return null;
            }
            flush(bytes, charset, decoded);
            decoded.append(text.charAt(i));
        }
        flush(bytes, charset, decoded);
        return decoded.toString();
    }

    private static void flush(ByteArrayOutputStream bytes, Charset charset, StringBuilder into) {
        if (bytes.size() > 0) {
            into.append(bytes.toString(charset));
            bytes.reset();
        }
    }

    private static int octet(String text, int at) {
        if (at + 2 >= text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at + 1), 16);
        int low = Character.digit(text.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}

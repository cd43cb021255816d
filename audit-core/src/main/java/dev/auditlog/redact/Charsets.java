package dev.auditlog.redact;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Turns bytes into text by a byte order mark, else by the declared charset, else by what JSON looks like. */
final class Charsets {

    private static final String ASCII = "{\"aA0\":[1]}<?=&%";

    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    private Charsets() {}

    /** Returns the text without a byte order mark; null if the charset is unknown or unlike ASCII and Unicode. */
    static @Nullable String decode(byte[] bytes, @Nullable String declared) {
        Charset charset = charset(bytes, declared);
        if (charset == null) {
            return null;
        }
        String text = new String(bytes, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static @Nullable Charset charset(byte[] bytes, @Nullable String declared) {
        Charset marked = byMark(bytes);
        if (marked != null) {
            return marked;
        }
        Charset named = declared == null ? StandardCharsets.UTF_8 : named(declared);
        if (named == null) {
            return null;
        }
        return named.equals(StandardCharsets.UTF_8) ? byZeros(bytes) : named;
    }

    /** Returns a charset by its name; null if it is unknown, or if secrets could hide in it (EBCDIC, UTF-7). */
    static @Nullable Charset named(String name) {
        try {
            Charset charset = Charset.forName(name.strip());
            String upper = charset.name();
            boolean unicode = upper.startsWith("UTF-16") || upper.startsWith("UTF-32");
            boolean like = Arrays.equals(ASCII.getBytes(charset), ASCII.getBytes(StandardCharsets.US_ASCII));
            return unicode || like ? charset : null;
        } catch (IllegalArgumentException | UnsupportedOperationException unknown) {
            return null;
        }
    }

    private static @Nullable Charset byMark(byte[] b) {
        if (starts(b, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (starts(b, 0, 0, 0xFE, 0xFF)) {
            return UTF_32BE;
        }
        if (starts(b, 0xFF, 0xFE, 0, 0)) {
            return UTF_32LE;
        }
        if (starts(b, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        return starts(b, 0xFF, 0xFE) && b.length % 2 == 0 ? StandardCharsets.UTF_16LE : null;
    }

    /** JSON and text start with ASCII, so zeros among the first four bytes tell the width (RFC 4627 section 3). */
    private static Charset byZeros(byte[] b) {
        if (b.length < 4) {
            return StandardCharsets.UTF_8;
        }
        if (b[0] == 0) {
            return b[1] == 0 ? UTF_32BE : StandardCharsets.UTF_16BE;
        }
        if (b[1] == 0) {
            return b[2] == 0 ? UTF_32LE : StandardCharsets.UTF_16LE;
        }
        return StandardCharsets.UTF_8;
    }

    private static boolean starts(byte[] bytes, int... with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }
}

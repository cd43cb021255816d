package dev.auditlog.web.signin;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Name and password of the HTTP Basic scheme (RFC 7617), in UTF-8.
 *
 * @param name everything before the first colon
 * @param password the rest; a copy of its own, to be wiped by the reader
 */
record BasicCredentials(String name, char[] password) {

    private static final String SCHEME = "basic ";
    private static final int MAX_LENGTH = 2048;

    /** Reads the header {@code Authorization}; empty if it is of another scheme or malformed. */
    static Optional<BasicCredentials> parse(@Nullable String header) {
        if (header == null
                || header.length() > MAX_LENGTH
                || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return Optional.empty();
        }
        try {
            byte[] bytes =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).trim());
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            char[] chars = new char[text.remaining()];
            text.get(chars);
            return split(chars);
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            return Optional.empty(); // the same as no credentials: the answer is 401 either way
        }
    }

    private static Optional<BasicCredentials> split(char[] chars) {
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] == ':') {
                return Optional.of(
                        new BasicCredentials(new String(chars, 0, i), Arrays.copyOfRange(chars, i + 1, chars.length)));
            }
        }
        return Optional.empty();
    }
}

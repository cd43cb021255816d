package dev.auditlog.web.export;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest of what a file holds so far. */
final class Sha256 {

    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has SHA-256
        }
    }

    /** Takes a text in UTF-8 in, and returns its bytes. */
    byte[] add(CharSequence text) {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        digest.update(bytes);
        return bytes;
    }

    /** The digest in hexadecimal digits; to be called once. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}

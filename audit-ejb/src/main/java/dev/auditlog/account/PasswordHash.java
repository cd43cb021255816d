package dev.auditlog.account;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as it is stored: {@code pbkdf2$sha512$iterations$salt$hash}, salt and hash in Base64. PBKDF2 (RFC 8018) with
 * HMAC-SHA512.
 *
 * @param iterations rounds; more make guessing slower
 * @param salt random bytes
 * @param hash 64 bytes
 */
record PasswordHash(int iterations, byte[] salt, byte[] hash) {

    /** What OWASP's Password Storage Cheat Sheet (2023) asks for with SHA-512. */
    static final int ITERATIONS = 210_000;

    private static final String PREFIX = "pbkdf2$sha512$";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 512;
    private static final int MAX_ITERATIONS = 100_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Hashes a password with a new salt; takes a fifth of a second with {@link #ITERATIONS}. */
    static PasswordHash of(char[] password, int iterations) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new PasswordHash(iterations, salt, derive(password, salt, iterations));
    }

    /**
     * Reads the stored form.
     *
     * @throws AccountException AUD-0615 if it is another one
     */
    static PasswordHash parse(String text) {
        String[] parts =
                text.startsWith(PREFIX) ? text.substring(PREFIX.length()).split("\\$", -1) : new String[0];
        if (parts.length == 3) {
            try {
                int iterations = Integer.parseInt(parts[0]);
                byte[] salt = Base64.getDecoder().decode(parts[1]);
                byte[] hash = Base64.getDecoder().decode(parts[2]);
                if (iterations > 0 && iterations <= MAX_ITERATIONS && salt.length > 0 && hash.length * 8 == HASH_BITS) {
                    return new PasswordHash(iterations, salt, hash);
                }
            } catch (IllegalArgumentException notOurs) {
                throw AccountMessages.badHash();
            }
        }
        throw AccountMessages.badHash();
    }

    /** Whether it is this password; takes equally long if it is not. */
    boolean matches(char[] password) {
        return MessageDigest.isEqual(hash, derive(password, salt, iterations));
    }

    /** The stored form. */
    String text() {
        Base64.Encoder base64 = Base64.getEncoder();
        return PREFIX + iterations + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    private static byte[] derive(char[] password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password, salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible); // part of every JDK since 8
        } finally {
            spec.clearPassword();
        }
    }
}

package dev.auditlog.capture;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes a name of a session that tells which calls belong together, and from which nobody gets the session's id back.
 * The key lives as long as the deployment: a session that outlives it gets a new name.
 */
final class SessionHash {

    private static final String HMAC = "HmacSHA256";
    private static final int HEX_DIGITS = 32;

    private final SecretKeySpec key;

    SessionHash() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, HMAC);
    }

    String of(String sessionId) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            byte[] hash = mac.doFinal(sessionId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, HEX_DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + HMAC, e);
        }
    }
}

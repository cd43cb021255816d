package dev.auditlog.web.account;

import java.security.SecureRandom;

/** Makes passwords that a person reads out once: 20 characters of 49 that are not mistaken for one another, 112 bits. */
final class OneTimePassword {

    static final int LENGTH = 20;

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXY34679";
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimePassword() {}

    static String random() {
        StringBuilder password = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            password.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}

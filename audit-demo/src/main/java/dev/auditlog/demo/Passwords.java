package dev.auditlog.demo;

import java.security.SecureRandom;

/** Makes passwords that can be read aloud: no letters that look alike. */
final class Passwords {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 20; // 20 × 4.95 bits
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    static String random() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}

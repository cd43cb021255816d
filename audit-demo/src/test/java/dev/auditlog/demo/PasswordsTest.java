package dev.auditlog.demo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    @Test
    void password_isLong_andNeedsNoQuotes() {
        assertTrue(Passwords.random().matches("[a-z2-9]{20}"));
    }
}

package dev.auditlog.web.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OneTimePasswordTest {

    @Test
    void passwords_ofManyUsers_areLongAndDiffer() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String password = OneTimePassword.random();
            assertEquals(20, password.length());
            assertTrue(seen.add(password), password);
        }
    }
}

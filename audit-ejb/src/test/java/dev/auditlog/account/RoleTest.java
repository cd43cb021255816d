package dev.auditlog.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleTest {

    @ParameterizedTest
    @EnumSource(Role.class)
    void of_itsWord_isTheRole(Role role) {
        assertEquals(role, Role.of(role.word()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"boss", "ADMIN", "", " admin"})
    void of_anythingElse_isRefused(String word) {
        assertEquals(
                "AUD-0616",
                assertThrows(AccountException.class, () -> Role.of(word)).code());
    }

    @Test
    void unknownRole_namesTheWordAndWhatIsAllowed() {
        assertEquals(
                "AUD-0616 \"boss\" is no role. Allowed: auditor, exporter, admin. Choose one of them.",
                assertThrows(AccountException.class, () -> Role.of("boss")).getMessage());
    }
}

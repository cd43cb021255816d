package dev.auditlog.capture;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.auditlog.AuditException;
import dev.auditlog.Audited;
import dev.auditlog.Guarantee;
import org.junit.jupiter.api.Test;

class GuaranteesTest {

    @Audited
    static class Usual {
        @Audited(guarantee = Guarantee.BEFORE_RESPONSE)
        void run() {}
    }

    static class Weaker {
        @Audited(guarantee = Guarantee.BEST_EFFORT)
        void run() {}
    }

    @Audited(guarantee = Guarantee.ATOMIC)
    static class Stronger {}

    @Test
    void check_guaranteeThatIsGiven_passes() {
        assertDoesNotThrow(() -> Guarantees.check(Usual.class));
    }

    @Test
    void check_guaranteeOfALaterRelease_isRefusedByPlaceAndName() {
        var thrown = assertThrows(AuditException.class, () -> Guarantees.check(Weaker.class));
        assertEquals(
                "AUD-0218 @Audited(guarantee = BEST_EFFORT) on " + Weaker.class.getName()
                        + ".run is not available in this release. Allowed: BEFORE_RESPONSE, DEFAULT."
                        + " Change the annotation and redeploy.",
                thrown.getMessage());
        assertThrows(AuditException.class, () -> Guarantees.check(Stronger.class));
    }
}

package dev.auditlog.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustMemoryTest {

    @Test
    void isTrusted_addressesOfOnePlace_areNotTakenForEachOther() {
        TrustMemory memory = new TrustMemory();
        List<String> looked = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            // Of 600 addresses on 256 places, many share one.
            for (int host = 0; host < 600; host++) {
                String ip = "10." + host / 200 + ".0." + host % 200;
                boolean trusted = host % 2 == 0;
                boolean found = memory.isTrusted(ip, asked -> {
                    looked.add(asked);
                    return trusted;
                });
                assertEquals(trusted, found, ip);
            }
        }
        assertTrue(looked.size() > 600, "some were forgotten");
    }

    @Test
    void isTrusted_sameAddressAgain_isNotLookedAtAgain() {
        TrustMemory memory = new TrustMemory();
        assertTrue(memory.isTrusted("192.0.2.1", ip -> true));
        assertTrue(memory.isTrusted("192.0.2.1", ip -> {
            throw new AssertionError("known");
        }));
        assertFalse(memory.isTrusted("192.0.2.2", ip -> false));
    }
}

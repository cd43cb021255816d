package dev.auditlog.web.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SessionCookieTest {

    @Test
    void cookie_asTheServerMadeIt_getsWhatIsMissing() {
        assertEquals(
                "AUDITSESSION=abc; Path=/audit; HttpOnly; SameSite=Lax",
                SessionCookie.completed("AUDITSESSION=abc; Path=/audit; HttpOnly", "/audit", false));
    }

    @Test
    void cookie_behindAProxy_hasTheOutsidePathAndIsSecure() {
        assertEquals(
                "AUDITSESSION=abc; Path=/tools/audit; HttpOnly; SameSite=Lax; Secure",
                SessionCookie.completed("AUDITSESSION=abc; Path=/audit; SameSite=None; Secure", "/tools/audit", true));
    }
}

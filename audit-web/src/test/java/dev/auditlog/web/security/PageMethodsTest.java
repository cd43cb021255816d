package dev.auditlog.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageMethodsTest {

    @ParameterizedTest
    @CsvSource({
        "/events, GET HEAD",
        "/event, GET HEAD",
        "/, GET HEAD",
        "/sign-in, GET HEAD POST",
        "/accounts, GET HEAD POST",
        "/accounts.xhtml, GET HEAD POST",
        "/password, GET HEAD POST",
        "/recorders, GET HEAD POST",
        "/sign-out, POST"
    })
    void methods_ofAnAddress_areThoseOfItsForms(String path, String methods) {
        assertEquals(methods, String.join(" ", PageMethods.of(path)));
    }
}

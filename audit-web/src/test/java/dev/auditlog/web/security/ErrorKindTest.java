package dev.auditlog.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.auditlog.AuditUnavailableException;
import dev.auditlog.web.text.Texts;
import jakarta.faces.application.ViewExpiredException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ErrorKindTest {

    @Test
    void kind_ofAStatus_isItsPage() {
        assertEquals(ErrorKind.FORBIDDEN, ErrorKind.of(403, null));
        assertEquals(ErrorKind.NOT_FOUND, ErrorKind.of(404, null));
        assertEquals(ErrorKind.METHOD, ErrorKind.of(405, null));
        assertEquals(ErrorKind.BAD_REQUEST, ErrorKind.of(414, null));
        assertEquals(ErrorKind.INTERNAL, ErrorKind.of(500, new IllegalStateException()));
    }

    @Test
    void kind_ofAWrappedCause_isFoundInside() {
        Throwable expired = new RuntimeException(new ViewExpiredException("/accounts.xhtml"));
        assertEquals(ErrorKind.EXPIRED, ErrorKind.of(500, expired));
        Throwable away = new RuntimeException(new AuditUnavailableException("AUD-0300", "away", Duration.ZERO));
        assertEquals(ErrorKind.UNAVAILABLE, ErrorKind.of(500, away));
        assertEquals(503, ErrorKind.UNAVAILABLE.status(500));
        Throwable gone = new RuntimeException(new SQLException("no connection could be allocated"));
        assertEquals(ErrorKind.UNAVAILABLE, ErrorKind.of(500, gone));
        Throwable wrong = new RuntimeException(new SQLException("a value", "22001"));
        assertEquals(ErrorKind.INTERNAL, ErrorKind.of(500, wrong));
    }

    @Test
    void page_ofAHostilePrefix_escapesIt() {
        String page = ErrorText.page(new Texts(Locale.ENGLISH), "/\"><script>", ErrorKind.NOT_FOUND, "");
        assertFalse(page.contains("<script>"), page);
    }

    @Test
    void pages_ofEveryKind_haveTheirTextsInBothLanguages() {
        for (Locale language : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            for (ErrorKind kind : ErrorKind.values()) {
                String page = ErrorText.page(new Texts(language), "/audit", kind, "a-reference");
                assertEquals(kind == ErrorKind.INTERNAL, page.contains("a-reference"), kind.name());
            }
        }
    }
}

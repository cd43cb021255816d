package dev.auditlog.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTest {

    @ParameterizedTest
    @CsvSource({
        "-5, 0 s ago",
        "0, 0 s ago",
        "59, 59 s ago",
        "60, 1 min ago",
        "3599, 59 min ago",
        "3600, 1 h ago",
        "86399, 23 h ago",
        "86400, 1 d ago",
        "8640000, 100 d ago"
    })
    void ago_usesTheLargestUnitThatIsFull(long seconds, String text) {
        assertEquals(text, Ages.ago(Duration.ofSeconds(seconds), new Texts(Locale.ENGLISH)));
    }
}

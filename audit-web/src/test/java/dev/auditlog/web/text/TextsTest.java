package dev.auditlog.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.auditlog.Activity;
import dev.auditlog.Guarantee;
import dev.auditlog.event.ActorType;
import dev.auditlog.event.Outcome;
import dev.auditlog.event.TransactionOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TextsTest {

    private final Texts english = new Texts(Locale.ENGLISH);

    private static Properties bundle(String name) throws IOException {
        Properties texts = new Properties();
        try (InputStream file = TextsTest.class.getResourceAsStream("/dev/auditlog/web/" + name)) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return texts;
    }

    @Test
    void german_lacksOnlyWhatIsTheSameInEnglish() throws IOException {
        Set<String> missing = new TreeSet<>(bundle("messages.properties").stringPropertyNames());
        missing.removeAll(bundle("messages_de.properties").stringPropertyNames());
        assertEquals(Set.of("product"), missing);
    }

    @Test
    void german_hasNothingThatEnglishLacks() throws IOException {
        Set<String> more = new TreeSet<>(bundle("messages_de.properties").stringPropertyNames());
        more.removeAll(bundle("messages.properties").stringPropertyNames());
        assertEquals(Set.of(), more);
    }

    @Test
    void everyValueOfAnEvent_hasAWord() {
        for (Outcome outcome : Outcome.values()) {
            assertFalse(english.text("outcome." + outcome).isEmpty());
        }
        for (Activity activity : Activity.values()) {
            assertEquals(
                    activity != Activity.DEFAULT,
                    english.optional("activity." + activity).isPresent());
        }
        for (TransactionOutcome transaction : TransactionOutcome.values()) {
            assertFalse(english.text("transaction." + transaction).isEmpty());
        }
        for (ActorType type : ActorType.values()) {
            assertFalse(english.text("type." + type).isEmpty());
        }
        for (Guarantee guarantee : Guarantee.values()) {
            assertEquals(
                    guarantee != Guarantee.DEFAULT,
                    english.optional("guarantee." + guarantee).isPresent());
        }
    }

    @Test
    void text_withNumbers_groupsThemByLanguage() {
        assertEquals("1–50 of 1,284", english.text("pager.first", 50, english.text("pager.exact", 1284L)));
        assertEquals("10.000+", new Texts(Locale.GERMAN).text("pager.more", 10_000L));
    }
}

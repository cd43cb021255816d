package dev.auditlog.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SeedSettingsTest {

    private static SeedSettings read(String... pairs) {
        Properties options = new Properties();
        for (int i = 0; i < pairs.length; i += 2) {
            options.setProperty(pairs[i], pairs[i + 1]);
        }
        return SeedSettings.read(BenchSettings.read(Path.of("target"), options), options);
    }

    @Test
    void read_nothing_isAMillionEventsInTheBenchmarksOwnDatabase() {
        SeedSettings settings = read();
        assertEquals(1_000_000, settings.plan().events());
        assertEquals(180, settings.plan().days());
        assertEquals("", settings.url());
        assertEquals(Path.of("target/bench/seeded-postgresql-1000000"), settings.data());
        assertFalse(settings.isDerby());
    }

    @Test
    void read_until_isAnInstant() {
        Instant until = Instant.parse("2026-11-29T12:00:00Z");
        assertEquals(until, read("bench.until", "2026-11-29T12:00:00Z").plan().until());
        BenchException refused = assertThrows(BenchException.class, () -> read("bench.until", "yesterday"));
        assertTrue(refused.getMessage().startsWith("AUD-0961 bench.until = \"yesterday\" is no time."));
    }

    @Test
    void isDerby_ofAUrl_isWhatTheUrlSays() {
        assertTrue(read("bench.database", "derby").isDerby());
        assertTrue(read("bench.url", "jdbc:derby:audit").isDerby());
        assertFalse(read("bench.url", "jdbc:postgresql://db/audit", "bench.database", "derby")
                .isDerby());
    }
}

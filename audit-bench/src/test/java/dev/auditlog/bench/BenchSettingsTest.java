package dev.auditlog.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class BenchSettingsTest {

    private static BenchSettings read(String... pairs) {
        Properties options = new Properties();
        for (int i = 0; i < pairs.length; i += 2) {
            options.setProperty(pairs[i], pairs[i + 1]);
        }
        return BenchSettings.read(Path.of("target"), options);
    }

    @Test
    void read_nothing_isTheLongRun() {
        BenchSettings settings = read();
        assertEquals(Variants.names(), settings.variants());
        assertEquals(List.of(1, 8, 32, 64), settings.clients());
        assertEquals(5, settings.rounds());
        assertEquals(Duration.ofSeconds(15), settings.warmup());
    }

    @Test
    void read_body_isOneOfTwo() {
        assertEquals(OrderRequest.TRIVIAL, read().body());
        OrderRequest order = read("bench.body", "order").body();
        assertEquals(525, order.body().length());
        assertEquals(46, read().body().body().length());
        BenchException refused = assertThrows(BenchException.class, () -> read("bench.body", "large"));
        assertTrue(refused.getMessage()
                .startsWith("AUD-0950 bench.body = \"large\" is not known. Allowed: trivial, order"));
    }

    @Test
    void read_client_isOneOfTwo() {
        assertEquals(ClientKind.LIGHT, read().client());
        assertEquals(ClientKind.JDK, read("bench.client", "jdk").client());
        assertThrows(BenchException.class, () -> read("bench.client", "curl"));
    }

    @Test
    void read_unknownVariant_namesTheKnownOnes() {
        BenchException refused = assertThrows(BenchException.class, () -> read("bench.variants", "unaudited,befor"));
        assertTrue(refused.getMessage()
                .startsWith("AUD-0950 bench.variants = \"befor\" is not known. Allowed: unaudited"));
    }

    @Test
    void read_roundsZero_isRefused() {
        BenchException refused = assertThrows(BenchException.class, () -> read("bench.rounds", "0"));
        assertTrue(refused.getMessage().startsWith("AUD-0951 bench.rounds = \"0\""));
    }
}

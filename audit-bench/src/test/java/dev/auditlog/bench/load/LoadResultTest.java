package dev.auditlog.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadResultTest {

    private static LoadResult of(int... latencies) {
        return LoadResult.of(2_000_000_000L, latencies, latencies.length, Map.of("503", 2, "500", 1), 0);
    }

    @Test
    void latency_ofAHundred_isTheOneOfThatRank() {
        LoadResult result = of(IntStream.rangeClosed(1, 100).map(i -> 101 - i).toArray());
        assertEquals(50, result.latencyMicros(0.5));
        assertEquals(99, result.latencyMicros(0.99));
        assertEquals(100, result.latencyMicros(1));
    }

    @Test
    void latency_ofNone_isZero() {
        assertEquals(0, of().latencyMicros(0.99));
    }

    @Test
    void perSecond_twoSeconds_isHalfOfTheAnswers() {
        assertEquals(1.5, of(1, 2, 3).perSecond());
        assertEquals(3, of(1, 2, 3).failed());
    }
}

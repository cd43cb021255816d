package dev.auditlog.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.bench.load.LoadResult;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuresTest {

    private final Measures measures = new Measures();

    private void add(int round, String variant, int answered, long cpuMicros) {
        LoadResult load = new LoadResult(1_000_000_000L, new int[answered], Map.of(), 0);
        CpuSample cpu = new CpuSample(cpuMicros, 0, 0, cpuMicros, Map.of());
        measures.add(new Measure(round, 8, variant, load, cpu, new Database.Transactions(answered, answered / 4)));
    }

    @Test
    void ratio_machineSlowerInOneRound_isTakenWithinRounds() {
        add(1, "unaudited", 1000, 100_000);
        add(1, "before", 500, 100_000);
        add(2, "unaudited", 100, 20_000);
        add(2, "before", 60, 24_000);
        assertEquals(new Spread(2, 0.55, 0.5, 0.6), measures.ratio("before", "unaudited", 8, Measure::perSecond));
        assertEquals(
                new Spread(2, 150, 100, 200),
                measures.compared("before", "unaudited", 8, (a, b) -> a.cpuPerCall() - b.cpuPerCall()));
    }

    @Test
    void ratio_otherNumberOfClients_isLeftOut() {
        add(1, "unaudited", 1000, 0);
        assertEquals(
                0,
                measures.ratio("unaudited", "unaudited", 32, Measure::perSecond).count());
    }

    @Test
    void writes_fourCallsInATransaction_areAQuarter() {
        add(1, "before", 400, 0);
        assertEquals(0.25, measures.of("before", 8, Measure::writesPerCall).median());
    }
}

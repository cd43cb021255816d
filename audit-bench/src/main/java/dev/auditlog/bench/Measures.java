package dev.auditlog.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/** All that was measured in a run. */
final class Measures {

    private final List<Measure> all = new ArrayList<>();

    void add(Measure measure) {
        all.add(measure);
    }

    List<Measure> of(String variant, int clients) {
        return all.stream()
                .filter(measure -> measure.variant().equals(variant) && measure.clients() == clients)
                .toList();
    }

    Spread of(String variant, int clients, ToDoubleFunction<Measure> figure) {
        return Spread.of(of(variant, clients).stream()
                .map(measure -> figure.applyAsDouble(measure))
                .toList());
    }

    /** Compares two variants within each round, so that what changes between rounds does not count. */
    Spread compared(String variant, String other, int clients, ToDoubleBiFunction<Measure, Measure> comparison) {
        List<Double> values = new ArrayList<>();
        for (Measure one : of(variant, clients)) {
            of(other, clients).stream()
                    .filter(two -> two.round() == one.round())
                    .forEach(two -> values.add(comparison.applyAsDouble(one, two)));
        }
        return Spread.of(values);
    }

    Spread ratio(String variant, String other, int clients, ToDoubleFunction<Measure> figure) {
        return compared(variant, other, clients, (one, two) -> figure.applyAsDouble(one) / figure.applyAsDouble(two));
    }

    int failed(String variant, int clients) {
        return of(variant, clients).stream().mapToInt(m -> m.load().failed()).sum();
    }

    Spread foreignCores() {
        return Spread.of(all.stream().map(Measure::foreignCores).toList());
    }
}

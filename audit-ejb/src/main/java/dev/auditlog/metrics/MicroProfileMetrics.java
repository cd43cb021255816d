package dev.auditlog.metrics;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.Unmanaged;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** The only class, with {@link RegistryPoint}, that knows MicroProfile Metrics; loaded where that is there. */
final class MicroProfileMetrics implements ServerMetrics {

    private final MetricRegistry registry;

    MicroProfileMetrics(MetricRegistry registry) {
        this.registry = registry;
    }

    /** @throws RuntimeException of many kinds if there is none */
    static ServerMetrics ofApplication() {
        Unmanaged.UnmanagedInstance<RegistryPoint> point =
                new Unmanaged<>(CDI.current().getBeanManager(), RegistryPoint.class).newInstance();
        MetricRegistry found = point.produce().inject().get().registry;
        return new MicroProfileMetrics(found);
    }

    @Override
    public Meter meter(Map<String, String> tags) {
        Tag[] all = tags.entrySet().stream()
                .map(tag -> new Tag(tag.getKey(), tag.getValue()))
                .toArray(Tag[]::new);
        return new Registered(registry, all);
    }

    private static final class Registered implements Meter {

        private final MetricRegistry registry;
        private final Tag[] tags;
        private final List<MetricID> ids = new CopyOnWriteArrayList<>();

        Registered(MetricRegistry registry, Tag[] tags) {
            this.registry = registry;
            this.tags = tags;
        }

        @Override
        public LongConsumer counter(String name, String description) {
            clear(name);
            return registry.counter(metadata(name, description), tags)::inc;
        }

        @Override
        public void gauge(String name, String description, Supplier<Number> value) {
            clear(name);
            registry.gauge(metadata(name, description), value, tags);
        }

        /** What is left from before would be returned in place of a new one. */
        private void clear(String name) {
            MetricID id = new MetricID(name, tags);
            registry.remove(id);
            ids.add(id);
        }

        private static Metadata metadata(String name, String description) {
            return Metadata.builder()
                    .withName(name)
                    .withDescription(description)
                    .build();
        }

        @Override
        public void close() {
            ids.forEach(registry::remove);
            ids.clear();
        }
    }
}

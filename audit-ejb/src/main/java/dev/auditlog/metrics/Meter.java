package dev.auditlog.metrics;

import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Figures with the same tags in the server's metrics. Safe for many threads. */
public interface Meter extends AutoCloseable {

    /**
     * Adds a figure that only grows, and begins at 0.
     *
     * @param name such as {@code audit_events_written_total}, with the unit in it
     * @return takes by how much it has grown
     */
    LongConsumer counter(String name, String description);

    /**
     * Adds a figure that goes up and down.
     *
     * @param name such as {@code audit_queue_events}, with the unit in it
     * @param value asked for whenever somebody reads the metrics, on his thread
     */
    void gauge(String name, String description, Supplier<Number> value);

    /** Takes all of them out of the server's metrics. */
    @Override
    void close();
}

package dev.auditlog.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Instants as microseconds since 1970-01-01T00:00Z, rounded down: no time zone of a driver, database or JVM can shift
 * them.
 */
@Converter
public class UtcMicros implements AttributeConverter<Instant, Long> {

    private static final long PER_SECOND = 1_000_000;
    private static final long NANOS = 1_000;

    @Override
    public @Nullable Long convertToDatabaseColumn(@Nullable Instant value) {
        return value == null ? null : of(value);
    }

    @Override
    public @Nullable Instant convertToEntityAttribute(@Nullable Long micros) {
        return micros == null ? null : toInstant(micros);
    }

    /** Microseconds since the epoch, rounded down. */
    static long of(Instant value) {
        return Math.addExact(Math.multiplyExact(value.getEpochSecond(), PER_SECOND), value.getNano() / NANOS);
    }

    static Instant toInstant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}

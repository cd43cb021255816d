package dev.auditlog.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/**
 * What is looked after once a day: partitions of coming months, and settings and rights that weaken what the library
 * promises. While something is wrong it is looked at again each minute, so that what an operator has mended is not said for long.
 * Partitions that could not be made for others' locks, or for too many events, wait for longer: making them takes a lock too.
 * Failing keeps nobody from writing.
 */
final class Upkeep {

    private static final System.Logger LOG = System.getLogger(Upkeep.class.getName());
    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();
    private static final long DAY_NANOS = Duration.ofDays(1).toNanos();
    private static final long LATER_NANOS = Duration.ofMinutes(10).toNanos();
    private static final long SOON_NANOS = Duration.ofMinutes(1).toNanos();

    private final DataSource dataSource;
    private final Dialect dialect;
    private final LongSupplier nanoTime;
    private final AtomicLong dueNanos;
    private volatile long partitionsDueNanos;
    private volatile Optional<String> partitions = Optional.empty();
    private volatile List<String> concerns = List.of();

    Upkeep(DataSource dataSource, Dialect dialect) {
        this(dataSource, dialect, System::nanoTime);
    }

    Upkeep(DataSource dataSource, Dialect dialect, LongSupplier nanoTime) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.nanoTime = nanoTime;
        dueNanos = new AtomicLong(nanoTime.getAsLong());
        partitionsDueNanos = dueNanos.get();
    }

    Dialect dialect() {
        return dialect;
    }

    /** What an operator should mend, as it was found last; each begins with its code. */
    List<String> concerns() {
        return concerns;
    }

    /**
     * Looks, unless somebody has looked of late. Cheap then. Throws nothing. Each statement is to commit by itself
     * ({@link LivingConnections#committing}): else the pool would take back what is made, when it gets the connection.
     *
     * @return whether it looked
     */
    boolean lookIfDue() {
        long due = dueNanos.get();
        long now = nanoTime.getAsLong();
        boolean isDue = now - due >= 0 && dueNanos.compareAndSet(due, now + DAY_NANOS);
        if (isDue) {
            look(now);
        }
        return isDue;
    }

    private void look(long now) {
        try (Connection connection = dataSource.getConnection()) {
            List<String> found = new ArrayList<>();
            if (dialect == Dialect.POSTGRESQL) {
                partitions(connection, now).ifPresent(found::add);
                settings(connection, found);
                PostgresqlRights.concern(connection).ifPresent(found::add);
                if (!found.isEmpty()) {
                    dueNanos.set(now + SOON_NANOS);
                }
            } else {
                String url = String.valueOf(connection.getMetaData().getURL());
                if (Dialect.isInMemory(url)) {
                    found.add(StoreMessages.inMemory(url));
                }
            }
            concerns = List.copyOf(found);
            found.stream().filter(SAID::add).forEach(c -> LOG.log(System.Logger.Level.WARNING, c));
        } catch (SQLException e) {
            dueNanos.set(now + SOON_NANOS); // the store is away, which others tell
        }
    }

    private Optional<String> partitions(Connection connection, long now) {
        if (now - partitionsDueNanos >= 0) {
            partitions = Partitions.ensure(connection);
            partitionsDueNanos = now
                    + partitions
                            .map(said -> StoreMessages.mayTakeLocks(said) ? LATER_NANOS : SOON_NANOS)
                            .orElse(DAY_NANOS);
        }
        return partitions;
    }

    private static void settings(Connection connection, List<String> found) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row =
                        sql.executeQuery("select current_setting('fsync'), current_setting('full_page_writes')")) {
            row.next();
            if (row.getString(1).equals("off")) {
                found.add(StoreMessages.notSynced());
            }
            if (row.getString(2).equals("off")) {
                found.add(StoreMessages.pagesMayTear());
            }
        }
    }
}

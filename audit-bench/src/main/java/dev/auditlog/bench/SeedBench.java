package dev.auditlog.bench;

import dev.auditlog.bench.seed.BatchStore;
import dev.auditlog.bench.seed.CopyStore;
import dev.auditlog.bench.seed.EventStream;
import dev.auditlog.bench.seed.SeedStore;
import dev.auditlog.store.AuditDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** Fills an empty database with a realistic past, for {@link QueryBench} and whoever wants to see the console with one. */
final class SeedBench {

    static final String ANY_EVENT = "select count(*) from (select id from audit_event fetch first 1 rows only) one";

    private static final String SIZE =
            """
            select coalesce(sum(pg_total_relation_size(inhrelid)), 0)::bigint from pg_inherits
            where inhparent = 'audit_event'::regclass
            """;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_GIGABYTE = 1e9;

    private final SeedSettings settings;
    private final PrintStream out;

    SeedBench(SeedSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    void run() throws Exception {
        ResultFolder folder = ResultFolder.make(settings.folder(), "seed-" + settings.database());
        out.println(Machine.line(folder.path()));
        try (Database database = Databases.toSeed(settings)) {
            makeSchema(database);
            if (database.number(ANY_EVENT) > 0) {
                throw BenchMessages.notEmpty(database.url());
            }
            long began = System.nanoTime();
            fill(database);
            double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
            tidy(database);
            List<String> lines = lines(database, seconds);
            folder.append("report.md", lines);
            lines.forEach(out::println);
        }
    }

    private static void makeSchema(Database database) {
        try (AuditDatabase events =
                AuditDatabase.open(new LocalPool(database).dataSource(), AuditDatabase.Options.defaults())) {
            events.connect();
        }
    }

    private void fill(Database database) throws Exception {
        EventStream stream = new EventStream(settings.plan());
        try (SeedStore store = open(database)) {
            stream.forEachDay((day, events) -> {
                store.put(day, events);
                if (day.getDayOfMonth() == 1) {
                    out.println("as far as " + day);
                }
            });
            store.finish(stream.chains());
        }
    }

    private SeedStore open(Database database) throws SQLException {
        if (settings.isDerby()) {
            return new BatchStore(database.connect());
        }
        CopyStore store = new CopyStore(database.url(), database.user(), database.password());
        store.dropEmptyMonths(YearMonth.from(settings.plan().until().atZone(ZoneOffset.UTC)));
        return store;
    }

    /** Lets the next start find nothing to be done again, and the first query the statistics that a long life brings. */
    private void tidy(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement sql = connection.createStatement()) {
            if (settings.isDerby()) {
                sql.execute("call syscs_util.syscs_update_statistics(current schema, 'AUDIT_EVENT', null)");
                sql.execute("call syscs_util.syscs_checkpoint_database()");
            } else if (settings.url().isEmpty()) {
                sql.execute("checkpoint");
            }
        }
    }

    private List<String> lines(Database database, double seconds) {
        long events = settings.plan().events();
        double size = settings.isDerby() ? folderBytes(settings.data()) : database.number(SIZE);
        return List.of(
                "## Seeded: " + database.name(),
                "",
                Text.whole(events) + " events of " + settings.plan().days() + " days until "
                        + settings.plan().until() + ", seed " + settings.plan().seed() + ": "
                        + Text.decimal(seconds, 1) + " s with all indexes, " + Text.whole(events / seconds)
                        + " rows/s, " + Text.decimal(size / BYTES_PER_GIGABYTE, 2) + " GB ("
                        + Text.whole(size / events) + " bytes for each)");
    }

    private static double folderBytes(Path folder) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

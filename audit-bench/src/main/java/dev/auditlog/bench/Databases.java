package dev.auditlog.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts the database that the options name. */
final class Databases {

    private Databases() {}

    /** New and empty. */
    static Database open(BenchSettings settings, Path folder) throws IOException {
        if (!settings.database().equals("derby")) {
            Map<String, String> environment = settings.slowDisk() ? SlowDisk.environment(folder) : Map.of();
            return PostgresDatabase.start(folder, Deployed.freePort(), environment);
        }
        if (settings.slowDisk()) {
            throw BenchMessages.slowDiskOfDerby();
        }
        return new DerbyDatabase(folder);
    }

    /** One that was seeded. */
    static Database seeded(SeedSettings settings) throws IOException {
        return kept(settings, List.of());
    }

    /** One that will be seeded: its log need not hold what is copied into a table of the same transaction. */
    static Database toSeed(SeedSettings settings) throws IOException {
        return kept(settings, List.of("wal_level=minimal", "max_wal_senders=0", "max_wal_size=4GB"));
    }

    private static Database kept(SeedSettings settings, List<String> serverSettings) throws IOException {
        if (!settings.url().isEmpty()) {
            return new GivenDatabase(settings.url(), settings.user(), settings.password());
        }
        Path folder = Files.createDirectories(settings.data());
        return settings.isDerby()
                ? new DerbyDatabase(folder)
                : PostgresDatabase.startKept(folder, Deployed.freePort(), serverSettings);
    }
}

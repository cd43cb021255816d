package dev.auditlog.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Starts the database that the options name, new and empty. */
final class Databases {

    private Databases() {}

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
}

package dev.auditlog.record;

import dev.auditlog.config.AuditConfig;
import dev.auditlog.config.ServerFolder;
import java.lang.System.Logger.Level;
import java.nio.file.Path;

/**
 * Where a deployment's spool is: {@code audit.spool.directory}, else {@code audit-spool-<application>-<node>} in the
 * {@link ServerFolder}.
 */
final class SpoolPlace {

    private static final System.Logger LOG = System.getLogger(SpoolPlace.class.getName());

    private SpoolPlace() {}

    /**
     * Opens the spool that the configuration asks for.
     *
     * @throws SpoolException as {@link Spool#open}; its message names the directory and the key
     */
    static Spool open(AuditConfig config) {
        Path directory = directory(config);
        Spool spool = Spool.open(directory, config.spoolMaxSizeBytes());
        if (ServerFolder.isTemporary(directory)) {
            LOG.log(Level.WARNING, SpoolMessages.temporary(directory));
        }
        return spool;
    }

    static Path directory(AuditConfig config) {
        String configured = config.spoolDirectory();
        String name = "audit-spool-" + config.application() + "-" + config.node();
        Path directory = configured == null ? ServerFolder.path().resolve(name) : Path.of(configured);
        return directory.toAbsolutePath().normalize();
    }
}

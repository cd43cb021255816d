package dev.auditlog.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.stage.Ports;
import dev.auditlog.stage.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;

/** A PostgreSQL on a small disk of its own, whose room a test takes and gives back. */
final class CrampedPostgres implements AutoCloseable {

    private static final int MEBIBYTES = 1024;
    private static final int ROOM_BYTES = 0;

    private final SmallDisk disk;
    private final PostgresServer server;

    private CrampedPostgres(SmallDisk disk) {
        this.disk = disk;
        server = PostgresServer.start(disk.folder().resolve("postgresql"), Ports.free());
    }

    /** Starts it on a disk below this folder; where none can be mounted, the test is not run and says why. */
    static CrampedPostgres start(Path folder) {
        return new CrampedPostgres(SmallDisk.mount(folder.resolve("disk"), MEBIBYTES));
    }

    String url() {
        return server.url("audit");
    }

    boolean isRunning() {
        return server.isRunning();
    }

    /** Lets the log go on in a new file, so that it has room for longer than the tables when there is no more. */
    void beginLogFile() {
        Sql.run(url(), "select pg_switch_wal()");
    }

    /** Tables and indexes grow only a little from now on. */
    void takeRoomForRows() {
        disk.fill(ROOM_BYTES);
    }

    /** Sooner or later the next file of the log cannot be made, which ends PostgreSQL, and this question with it. */
    void takeRoomForLog(Duration patience) {
        disk.fill(0);
        long deadline = System.nanoTime() + patience.toNanos();
        while (server.isRunning()) {
            assertTrue(System.nanoTime() < deadline, "it found room for its log");
            endLogFile();
        }
    }

    private void endLogFile() {
        try {
            beginLogFile();
        } catch (IllegalStateException ended) {
            return;
        }
    }

    /** Gives the room back, and starts it again if it has ended, as an operator would. */
    void giveRoom() {
        disk.free();
        if (!server.isRunning()) {
            server.stop();
            server.startAgain();
        }
    }

    @Override
    public void close() {
        try (disk) {
            server.close();
        }
    }
}

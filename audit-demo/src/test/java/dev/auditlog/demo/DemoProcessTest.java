package dev.auditlog.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoProcessTest {

    @TempDir
    Path data;

    @Test
    void port_thatIsTaken_isNamed_andNothingIsStarted() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StoppedServer server = new StoppedServer();
            var thrown =
                    assertThrows(DemoException.class, () -> DemoProcess.start(settings(taken.getLocalPort()), server));
            assertEquals("AUD-0901", thrown.code());
            assertEquals(0, server.starts);
        }
    }

    @Test
    void server_thatEndsByItself_isReported_andStopped() {
        StoppedServer server = new StoppedServer();
        var thrown =
                assertThrows(DemoException.class, () -> DemoProcess.start(settings(DemoProcess.freePort()), server));
        assertEquals(
                "AUD-0904 The server ended by itself, exit code 3. The end of server.log says why.",
                thrown.getMessage());
        assertEquals(1, server.starts);
        assertEquals(1, server.stops);
    }

    private DemoSettings settings(int port) {
        return DemoSettings.read(Path.of("kit"), data, true, Map.of("DEMO_HTTP_PORT", Integer.toString(port)));
    }

    private static final class StoppedServer implements DemoServer {
        private int starts;
        private int stops;

        @Override
        public void start() {
            starts++;
        }

        @Override
        public Path log() {
            return Path.of("server.log");
        }

        @Override
        public int exitCode() {
            return 3;
        }

        @Override
        public void stop() {
            stops++;
        }
    }

    @Test
    void freePort_askedForManyTimes_neverGivesTheSameTwice() {
        Set<Integer> ports = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            assertTrue(ports.add(DemoProcess.freePort()), "a port came twice after " + i);
        }
    }
}

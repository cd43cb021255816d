package dev.auditlog.stage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Ports of 127.0.0.1 for servers that are killed and started again. Not from the range out of which the system serves
 * clients: while such a server is down, a client's own end could get its port.
 */
public final class Ports {

    private static final int FIRST = Integer.getInteger("stage.port", 21500);
    private static final int COUNT = 100;

    private static int next;

    private Ports() {}

    /** A port where nobody listens, never the same one twice. */
    public static synchronized int free() {
        while (next < COUNT) {
            int port = FIRST + next++;
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IllegalStateException("no free port from " + FIRST + " on; choose others by -Dstage.port");
    }
}

package dev.auditlog.bench.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Sends one request over and over on a number of connections that stay open; each connection sends the next one when the
 * answer is complete. All on the caller's thread, so that the client takes little of a machine that it shares with the
 * server. Not safe for many threads.
 */
public final class LoadGenerator implements Load {

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final long STUCK_NANOS = Duration.ofSeconds(60).toNanos();

    private final Selector selector;
    private final List<Connection> connections = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final Map<String, Integer> failures = new TreeMap<>();
    private int[] latencies = new int[1 << 16];
    private int answered;

    /**
     * Opens the connections.
     *
     * @param server where to connect
     * @param request the whole request as it goes over the wire
     * @param clients how many connections
     */
    public LoadGenerator(InetSocketAddress server, byte[] request, int clients) throws IOException {
        selector = Selector.open();
        for (int i = 0; i < clients; i++) {
            Connection connection = new Connection(server, request);
            connection.open(selector);
            connections.add(connection);
        }
    }

    @Override
    public LoadResult run(Duration duration) throws IOException {
        failures.clear();
        answered = 0;
        long cpu = cpuNanos();
        long began = System.nanoTime();
        long end = began + duration.toNanos();
        for (Connection connection : connections) {
            connection.send();
        }
        int open = connections.size();
        while (open > 0) {
            if (selector.select(TimeUnit.NANOSECONDS.toMillis(STUCK_NANOS)) == 0) {
                throw new IOException("no answer for a minute");
            }
            for (SelectionKey key : selector.selectedKeys()) {
                open -= serve((Connection) key.attachment(), end);
            }
            selector.selectedKeys().clear();
        }
        return LoadResult.of(System.nanoTime() - began, latencies, answered, failures, cpuNanos() - cpu);
    }

    /** Returns 1 if the connection sends no more. */
    private int serve(Connection connection, long end) throws IOException {
        try {
            if (!connection.receive(buffer)) {
                return 0;
            }
            count(connection);
        } catch (IOException broken) {
            failures.merge(broken.getClass().getSimpleName(), 1, Integer::sum);
            connection.close();
        }
        if (!connection.isOpen()) {
            connection.open(selector);
        }
        if (System.nanoTime() - end >= 0) {
            return 1;
        }
        connection.send();
        return 0;
    }

    private void count(Connection connection) {
        if (connection.status() / 100 != 2) {
            failures.merge(Integer.toString(connection.status()), 1, Integer::sum);
            return;
        }
        if (answered == latencies.length) {
            latencies = Arrays.copyOf(latencies, answered * 2);
        }
        latencies[answered++] = (int) TimeUnit.NANOSECONDS.toMicros(connection.latencyNanos());
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : connections) {
            connection.close();
        }
        selector.close();
    }
}

package dev.auditlog.bench.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * One thread for each client, with the JDK's HTTP client: as costly as clients of most load tools, or as callers that are
 * services themselves. Not safe for many threads.
 */
public final class JdkLoad implements Load {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest request;
    private final int clients;

    /**
     * Opens nothing yet.
     *
     * @param json body of the POST
     */
    public JdkLoad(URI address, String json, int clients) {
        this.clients = clients;
        request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
    }

    @Override
    public LoadResult run(Duration duration) {
        long cpu = cpuNanos();
        long began = System.nanoTime();
        List<Client> all = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Client client = new Client(began + duration.toNanos());
            client.start();
            all.add(client);
        }
        all.forEach(Client::await);
        long took = System.nanoTime() - began;
        int[] latencies = all.stream()
                .flatMapToInt(c -> Arrays.stream(c.latencies, 0, c.answered))
                .toArray();
        Map<String, Integer> failures = new TreeMap<>();
        all.forEach(c -> c.failures.forEach((end, count) -> failures.merge(end, count, Integer::sum)));
        return LoadResult.of(took, latencies, latencies.length, failures, cpuNanos() - cpu);
    }

    /** Of this process, in which nothing else happens meanwhile. */
    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    @Override
    public void close() {
        // the JDK's client ends by itself when nobody has it any more
    }

    /** One client. */
    private final class Client extends Thread {

        private final long end;
        private final Map<String, Integer> failures = new TreeMap<>();
        private int[] latencies = new int[1 << 10];
        private int answered;

        Client(long end) {
            this.end = end;
        }

        @Override
        public void run() {
            do {
                try {
                    once();
                } catch (IOException broken) {
                    failures.merge(broken.getClass().getSimpleName(), 1, Integer::sum);
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                    return;
                }
            } while (System.nanoTime() - end < 0);
        }

        private void once() throws IOException, InterruptedException {
            long sent = System.nanoTime();
            int status = http.send(request, BodyHandlers.ofByteArray()).statusCode();
            long latency = System.nanoTime() - sent;
            if (status / 100 != 2) {
                failures.merge(Integer.toString(status), 1, Integer::sum);
                return;
            }
            if (answered == latencies.length) {
                latencies = Arrays.copyOf(latencies, answered * 2);
            }
            latencies[answered++] = (int) TimeUnit.NANOSECONDS.toMicros(latency);
        }

        void await() {
            try {
                join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}

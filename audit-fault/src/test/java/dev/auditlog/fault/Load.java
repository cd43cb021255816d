package dev.auditlog.fault;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Clients that call one after the other until they are told to stop, and write into a ledger what they saw. */
final class Load {

    static final Duration CLIENT_TIMEOUT = Duration.ofSeconds(60); // far above what the product may take
    private static final List<Ask> WORK = IntStream.of(200, 201, 303, 400, 403, 409, 500)
            .mapToObj(status -> new Ask("work/{key}/" + status, status))
            .toList();
    private static final long NOBODY_THERE_NANOS = Duration.ofMillis(50).toNanos();
    private static final long REFUSED_NANOS = Duration.ofMillis(50).toNanos(); // or they take the CPU of who starts

    private final URI root;
    private final Ledger ledger;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Ask> asks;
    private final ExecutorService clients;
    private volatile boolean stopped;

    private Load(URI root, Ledger ledger, int count, List<Ask> asks) {
        this.root = root;
        this.ledger = ledger;
        this.asks = asks;
        clients = Executors.newFixedThreadPool(count);
    }

    /**
     * A call that a client may choose.
     *
     * @param path below the REST root, with {@code {key}} in it
     * @param wanted status of its answer
     */
    record Ask(String path, int wanted) {}

    /** Lets clients call methods under this address while something happens, and waits for their last answers. */
    static void during(URI root, Ledger ledger, int count, Runnable faults) {
        new Load(root, ledger, count, WORK).during(count, faults);
    }

    /** The same with calls of the test's own. */
    static void during(URI root, Ledger ledger, int count, List<Ask> asks, Runnable faults) {
        new Load(root, ledger, count, asks).during(count, faults);
    }

    /** Lets each client call so many times, and waits for the last answers. */
    static void times(URI root, Ledger ledger, int count, int times, List<Ask> asks) {
        Load load = new Load(root, ledger, count, asks);
        for (int i = 0; i < count; i++) {
            int client = i;
            load.clients.execute(() -> {
                for (int n = 0; n < times; n++) {
                    load.call(client);
                }
            });
        }
        load.stop();
    }

    private void during(int count, Runnable faults) {
        try {
            for (int i = 0; i < count; i++) {
                int client = i;
                clients.execute(() -> callOnAndOn(client));
            }
            faults.run();
        } finally {
            stop();
        }
    }

    private void callOnAndOn(int client) {
        while (!stopped) {
            call(client);
        }
    }

    private void call(int client) {
        String key = UUID.randomUUID().toString();
        Ask ask = asks.get(ThreadLocalRandom.current().nextInt(asks.size()));
        long start = System.nanoTime();
        try {
            HttpResponse<String> answer = http.send(request(key, ask), HttpResponse.BodyHandlers.ofString());
            boolean ran = key.equals(answer.headers().firstValue("X-Ran").orElse(""));
            Entry entry = new Entry(client, key, ask.wanted(), answer.statusCode(), ran, millisSince(start));
            ledger.add(entry);
            if (entry.isRefused()) {
                LockSupport.parkNanos(REFUSED_NANOS);
            }
        } catch (ConnectException nobodyThere) {
            LockSupport.parkNanos(NOBODY_THERE_NANOS); // nothing was sent
        } catch (IOException broken) {
            ledger.add(new Entry(client, key, ask.wanted(), 0, false, millisSince(start)));
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    private HttpRequest request(String key, Ask ask) {
        return HttpRequest.newBuilder(root.resolve("api/" + ask.path().replace("{key}", key)))
                .header("X-Request-ID", key)
                .timeout(CLIENT_TIMEOUT)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
    }

    private static long millisSince(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private void stop() {
        stopped = true;
        clients.shutdown();
        try {
            if (!clients.awaitTermination(CLIENT_TIMEOUT.toSeconds() + 10, TimeUnit.SECONDS)) {
                throw new AssertionError("calls hang");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

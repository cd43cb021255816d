package dev.auditlog.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadGeneratorTest {

    private static final byte[] REQUEST =
            "POST /x HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII);

    private final AtomicInteger served = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(int status) {
        server.createContext("/x", exchange -> {
            served.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            byte[] body = "{\"id\":1}".getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private LoadResult run(int clients) throws IOException {
        try (LoadGenerator load = new LoadGenerator(server.getAddress(), REQUEST, clients)) {
            return load.run(Duration.ofMillis(100));
        }
    }

    @Test
    void run_serverAnswers_countsEachAnswerOnce() throws IOException {
        answer(201);
        LoadResult result = run(4);
        assertEquals(served.get(), result.answered());
        assertEquals(Map.of(), result.failures());
        assertTrue(result.latencyMicros(0.5) <= result.latencyMicros(1));
        assertTrue(result.perSecond() > 0);
    }

    @Test
    void run_serverRefuses_countsByStatus() throws IOException {
        answer(503);
        LoadResult result = run(2);
        assertEquals(0, result.answered());
        assertEquals(Map.of("503", served.get()), result.failures());
    }
}

package dev.auditlog.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadTest {

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

    private LoadResult run(boolean light, int clients) throws IOException {
        InetSocketAddress address = server.getAddress();
        URI uri = URI.create("http://127.0.0.1:" + address.getPort() + "/x");
        try (Load load = light ? new LoadGenerator(address, REQUEST, clients) : new JdkLoad(uri, "{}", clients)) {
            return load.run(Duration.ofMillis(100));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void run_serverAnswers_countsEachAnswerOnce(boolean light) throws IOException {
        answer(201);
        LoadResult result = run(light, 4);
        assertEquals(served.get(), result.answered());
        assertEquals(Map.of(), result.failures());
        assertTrue(result.latencyMicros(0.5) <= result.latencyMicros(1));
        assertTrue(result.perSecond() > 0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void run_serverRefuses_countsByStatus(boolean light) throws IOException {
        answer(503);
        LoadResult result = run(light, 2);
        assertEquals(0, result.answered());
        assertEquals(Map.of("503", served.get()), result.failures());
    }
}

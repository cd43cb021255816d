package dev.auditlog.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Waits until both applications answer. */
final class Readiness {

    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int NOT_FOUND = 404;

    private Readiness() {}

    static void await(DemoSettings settings, DemoServer server) {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        long deadline = System.nanoTime() + LONGEST.toNanos();
        for (String path : List.of("/sample/api/orders", "/audit/")) {
            URI address = URI.create(settings.address() + path);
            while (!answers(client, address)) {
                if (server.exitCode() >= 0) {
                    throw DemoMessages.serverEnded(server.exitCode(), server.log());
                }
                if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                    throw DemoMessages.notReady(LONGEST.toSeconds(), address.toString(), server.log());
                }
                pause();
            }
        }
    }

    /** A server that has opened its port but not yet deployed the application says 404. */
    private static boolean answers(HttpClient client, URI address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() != NOT_FOUND;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.auditlog.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Waits until both applications answer and events are recorded. It asks for nothing that leaves an event. */
final class Readiness {

    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final Duration DATABASE_LONGEST = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final int NONE = 0;

    private final DemoSettings settings;
    private final DemoServer server;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final long deadline = System.nanoTime() + LONGEST.toNanos();
    private long databaseDeadline = deadline;

    private Readiness(DemoSettings settings, DemoServer server) {
        this.settings = settings;
        this.server = server;
    }

    static void await(DemoSettings settings, DemoServer server) {
        Readiness readiness = new Readiness(settings, server);
        List.of("/audit/api/status", "/sample/").forEach(readiness::awaitOk);
    }

    private void awaitOk(String path) {
        URI address = URI.create(settings.address() + path);
        int status = status(address);
        while (status != OK) {
            checkServer(address);
            checkDatabase(status);
            pause();
            status = status(address);
        }
    }

    private void checkServer(URI address) {
        if (server.exitCode() >= 0) {
            throw DemoMessages.serverEnded(server.exitCode(), server.log());
        }
        ServerLog.refusal(server.log()).ifPresent(reason -> {
            throw DemoMessages.notDeployed(reason, server.log());
        });
        if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
            throw DemoMessages.notReady(LONGEST.toSeconds(), address.toString(), server.log());
        }
    }

    private void checkDatabase(int status) {
        if (status != UNAVAILABLE) {
            databaseDeadline = System.nanoTime() + DATABASE_LONGEST.toNanos();
        } else if (System.nanoTime() > databaseDeadline) {
            throw DemoMessages.databaseAway(settings.database(), server.log());
        }
    }

    /** {@value #NONE} while nothing listens; 404 until the application is deployed. */
    private int status(URI address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
            return NONE;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return NONE;
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

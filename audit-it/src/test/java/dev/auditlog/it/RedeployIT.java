package dev.auditlog.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Applications go and come under load, then the server does: nothing acknowledged is without its one row, nothing of an
 * application that has gone is left in the server, and the other application goes on.
 */
class RedeployIT {

    private static final int REDEPLOYS = 5;
    private static final int CALLS = 20;
    private static final int TRIES = 10;
    private static final String LOADER = "org.glassfish.web.loader.WebappClassLoader";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final MicroServer server =
            MicroServer.startWithHost("redeploy", Map.of(), Archives.explicitApplication("other.war"));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void redeploysAndSigterm_underLoad_loseNothingAndLeaveNothing() throws SQLException {
        Ledger other = Ledger.start(server.http(), ping("other"), 1);
        other.await(10);
        Ledger none = Ledger.start(server.http(), ping("bare"), 1);
        redeploy(Archives.explicitApplicationWithoutLibrary("bare.war"), "bare", none, 2);
        none.stop();
        long loaders = HeapCount.of(server.pid()).of(LOADER);
        WebArchive war = Archives.explicitApplication("app.war");
        Ledger app = Ledger.start(server.http(), ping("app"), 2);
        redeploy(war, "app", app, REDEPLOYS);
        nothingIsLeft(loaders);
        server.deploy("app", war);
        app.await(CALLS);
        other.await(CALLS);
        assertTrue(server.end(), () -> "not ended within 30 s of SIGTERM");
        Map<String, Integer> rows = rowsByEvent();
        List<Http.Reply> acknowledged =
                Stream.concat(app.stop().stream(), other.stop().stream()).toList();
        List<Http.Reply> wrong = acknowledged.stream()
                .filter(reply -> !Integer.valueOf(1).equals(rows.get(reply.header("Audit-ID"))))
                .toList();
        assertEquals(List.of(), wrong, () -> "acknowledged without a row, or with two; of " + acknowledged.size());
        assertEquals(
                List.of(),
                events("select chain from audit_event group by chain having max(seq) - min(seq) + 1 <> count(*)"));
    }

    private static Http.Call ping(String context) {
        return Http.get("/" + context + "/explicit/pings/3");
    }

    private void redeploy(WebArchive war, String name, Ledger load, int times) {
        for (int i = 0; i < times; i++) {
            server.deploy(name, war);
            load.await(CALLS);
            long start = System.nanoTime();
            server.undeploy(name);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            assertTrue(took.compareTo(LIMIT) < 0, () -> "the undeployment took " + took);
        }
    }

    /** A request that is under way may hold its application a little longer. */
    private void nothingIsLeft(long loaders) {
        HeapCount now = HeapCount.of(server.pid());
        for (int i = 0; i < TRIES && now.of(LOADER) > loaders; i++) {
            now = HeapCount.of(server.pid());
        }
        HeapCount left = now;
        assertAll(
                () -> assertEquals(loaders, left.of(LOADER), "class loaders, as many as without the library"),
                () -> assertEquals(1, left.of("dev.auditlog.capture.CaptureFilter"), "the other application's"),
                () -> assertEquals(1, left.of("org.eclipse.persistence.sessions.server.ServerSession")),
                () -> assertEquals(0, left.threads("audit-writer-app@")),
                () -> assertEquals(1, left.threads("audit-writer-other@")),
                () -> assertTrue(left.threads("ForkJoinPool-") <= 1, "the other application's way to Derby"));
    }

    /** How many rows each event has; read after the server's end, since Derby lets one process in. */
    private static Map<String, Integer> rowsByEvent() throws SQLException {
        Map<String, Integer> rows = new HashMap<>();
        events("select id from audit_event").forEach(id -> rows.merge(id, 1, Integer::sum));
        return rows;
    }

    private static List<String> events(String query) throws SQLException {
        TestEnvironment environment = TestEnvironment.get();
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        environment.databaseUrl("redeploy", "audit"),
                        environment.databaseUser(),
                        environment.databaseUser());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}

package dev.auditlog.it;

import dev.auditlog.it.Http.Reply;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * One server with two consoles on one database, for the tests that ask them over plain HTTP: {@code /audit} with its own
 * users, directly; {@code /behind} with the server's users, behind a trusted proxy. It ends with the test JVM.
 */
public final class ConsoleServer {

    static final String OWN = "/audit";
    static final String BEHIND = "/behind";

    private static final MicroServer SERVER = start();

    private ConsoleServer() {}

    private static MicroServer start() {
        String password = TestEnvironment.get().password();
        WebArchive sql = ShrinkWrap.create(WebArchive.class, "sql.war").addPackage("dev.auditlog.it.seeded");
        return MicroServer.start(
                "console",
                Map.of("audit.console.demo-password", password),
                List.of("--postdeploycommandfile", serverUsers(password).toString()),
                Archives.console("audit.war", "audit.application=audit"),
                Archives.console(
                        "behind.war",
                        "audit.application=behind",
                        "audit.trusted-proxies=127.0.0.1/32",
                        "audit.console.users=container"),
                sql);
    }

    /** Users of the server's file realm: joan is in the group of auditors, nick in none that the console knows. */
    private static Path serverUsers(String password) {
        Path folder = TestEnvironment.get().folder();
        try {
            Path secret = Files.writeString(folder.resolve("user-password"), "AS_ADMIN_USERPASSWORD=" + password);
            String command = "create-file-user --passwordfile " + secret + " --authrealmname file --groups ";
            return Files.writeString(
                    folder.resolve("users.txt"), command + "auditor joan\n" + command + "visitors nick\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Address of the console that has its own users. */
    public static URI console() {
        return URI.create("http://127.0.0.1:" + SERVER.port() + OWN + "/");
    }

    /** Password of each of its users. */
    public static String password() {
        return TestEnvironment.get().password();
    }

    /** The node on which the server says that it is. */
    public static String ownNode() {
        return json(get(OWN + "/api/status", "auditor"))
                .getJsonArray("recorders")
                .getJsonObject(0)
                .getString("node");
    }

    /** The figures of one recorder as the API tells them. */
    public static JsonObject recorder(String chain) {
        return json(get(OWN + "/api/status", "auditor"))
                .getJsonArray("recorders")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(recorder -> recorder.getString("chain").equals(chain))
                .findFirst()
                .orElseThrow();
    }

    /** The state of recording in one word; the database of a test may have its own concerns. */
    public static String health() {
        return json(get(OWN + "/api/status", "auditor")).getString("status");
    }

    /** Searches by the API, as {@code auditor}: that leaves one event. */
    public static void search(String query) {
        String q = URLEncoder.encode(query, StandardCharsets.UTF_8);
        Reply reply = get(OWN + "/api/events?limit=1&q=" + q, "auditor");
        if (reply.status() != 200) {
            throw new AssertionError("the search answered " + reply.status() + ": " + reply.text());
        }
    }

    /**
     * Waits until a chain's events of 2001 are found, so many of them: those that a test puts in beside the product are not
     * known to the console at once (ADR 0076).
     */
    public static void untilFound(String chain, int events) {
        String search = OWN + "/api/events?from=2001-09-09&to=2001-09-10&limit=1000&q=chain:" + chain;
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (json(get(search, "auditor")).getJsonArray("events").size() < events) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("the " + events + " events of " + chain + " are not found");
            }
        }
    }

    static Http http() {
        return SERVER.http();
    }

    static String log() {
        return SERVER.log();
    }

    static Reply get(String path, String user) {
        return http().send(Http.get(path).as(user));
    }

    static JsonObject json(Reply reply) {
        return Json.createReader(new StringReader(reply.text())).readObject();
    }

    /** Changes rows: one statement a line. */
    public static void change(String... sql) {
        done(http().send(Http.post("/sql/sql").body("text/plain", String.join("\n", sql))));
    }

    /** Runs one statement so many times, each with an id and a number. */
    static void repeat(int times, String sql) {
        done(http().send(Http.post("/sql/sql?times=" + times).body("text/plain", sql)));
    }

    /** The events that a condition finds, oldest first; each column by its lower-case name, without nulls. */
    public static List<JsonObject> events(String condition) {
        return rows("select * from audit_event where " + condition + " order by id");
    }

    /** The rows of a query; each column by its lower-case name, without nulls. */
    static List<JsonObject> rows(String sql) {
        Reply reply = done(http().send(Http.call("PUT", "/sql/sql").body("text/plain", sql)));
        JsonArray rows = Json.createReader(new StringReader(reply.text())).readArray();
        return rows.getValuesAs(JsonObject.class);
    }

    /** The events of one call. */
    static List<JsonObject> eventsOf(Reply reply) {
        return events("correlation_id = '" + reply.correlation() + "'");
    }

    private static Reply done(Reply reply) {
        if (reply.status() != 200) {
            throw new AssertionError("SQL answered " + reply.status() + ": " + reply.text());
        }
        return reply;
    }
}

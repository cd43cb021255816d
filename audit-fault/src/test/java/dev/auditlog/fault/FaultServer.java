package dev.auditlog.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.fault.driver.Effect;
import dev.auditlog.fault.driver.FaultDriver;
import dev.auditlog.fault.driver.Point;
import dev.auditlog.stage.PayaraMicro;
import dev.auditlog.stage.Ports;
import dev.auditlog.stage.WarFile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The server with the application under fault, on one database. */
final class FaultServer implements AutoCloseable {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final String BEANS =
            """
            <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="annotated"/>
            """;

    private static final String NO_POLICY_PROVIDER = "NCLS-SECURITY-01144"; // Payara's code
    private static final String WRITTEN = "audit_events_written_total";
    private static final String NOT_RUN = "The call was not carried out";
    private static final String PERSISTENCE =
            """
            <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
              <persistence-unit name="orders" transaction-type="JTA">
                <jta-data-source>jdbc/orders</jta-data-source>
                <class>dev.auditlog.fault.atomic.PlacedOrder</class>
                <exclude-unlisted-classes>true</exclude-unlisted-classes>
              </persistence-unit>
            </persistence>
            """;

    private PayaraMicro micro;

    private FaultServer(PayaraMicro micro) {
        this.micro = micro;
    }

    /** A folder of one test's own, empty. */
    static Path folder(String test) {
        Path folder =
                TARGET.resolve("fault/" + test + "-" + ProcessHandle.current().pid());
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts it.
     *
     * @param pool most connections of the pool
     * @param configuration keys of the product
     */
    static FaultServer start(Path folder, String url, int pool, Map<String, String> configuration) {
        return start(folder, bootCommands(url, pool), war(folder, "dev.auditlog.fault.app"), configuration, List.of());
    }

    /** Starts it so that a debugger can stop it where a test wants it: {@link StopPoint}. */
    static FaultServer startForDebugger(
            Path folder, String url, int pool, Map<String, String> configuration, int debugger) {
        return start(
                folder,
                bootCommands(url, pool),
                war(folder, "dev.auditlog.fault.app"),
                configuration,
                List.of(StopPoint.option(debugger)));
    }

    /**
     * Starts it with the application whose events are kept together with its orders; those are in the same database,
     * behind a datasource of their own.
     *
     * @param orders most connections of a pool for the orders; 0 if they share that of the audit tables
     */
    static FaultServer startWithOrders(
            Path folder, String url, int pool, int orders, Map<String, String> configuration) {
        List<String> commands = new ArrayList<>(bootCommands(url, pool));
        if (orders > 0) {
            commands.addAll(pool("orders-pool", url, orders));
        }
        commands.add("create-jdbc-resource --connectionpoolid=" + (orders > 0 ? "orders-pool" : "audit-pool")
                + " jdbc/orders");
        Map<String, String> properties = new TreeMap<>(configuration);
        properties.put("audit.atomic.data-source", "jdbc/orders");
        Path war = war(folder, "dev.auditlog.fault.app", "dev.auditlog.fault.atomic");
        return start(folder, commands, war, properties, List.of());
    }

    private static FaultServer start(
            Path folder, List<String> commands, Path war, Map<String, String> configuration, List<String> options) {
        Map<String, String> properties = new TreeMap<>(configuration);
        properties.putIfAbsent("audit.node", "host-1");
        properties.put("derby.stream.error.file", folder.resolve("derby.log").toString());
        List<String> jvm = new ArrayList<>(PayaraMicro.SHORT_LIVED);
        jvm.add("-Xmx512m");
        jvm.addAll(options);
        properties.forEach((key, value) -> jvm.add("-D" + key + "=" + value));
        try {
            Path boot = folder.resolve("boot.txt");
            Files.write(boot, commands);
            Path kit = TARGET.resolve("server");
            Path driver = driver(folder);
            List<String> deployment = List.of(
                    "--addlibs", kit.resolve("drivers") + File.pathSeparator + driver,
                    "--prebootcommandfile", boot.toString(),
                    "--deploy", war.toString());
            FaultServer server = new FaultServer(PayaraMicro.start(
                    new PayaraMicro.Launch(kit.resolve("payara-micro.jar"), folder, Ports.free(), jvm, deployment)));
            assertEquals(List.of(), server.runs(), "the application was deployed");
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path war(Path folder, String... packages) {
        Path file = folder.resolve("fault.war");
        try (WarFile war = new WarFile(file)) {
            for (String name : packages) {
                war.classes(TARGET.resolve("test-classes"), name, "WEB-INF/classes/");
            }
            war.libraryOf(TARGET.resolve("server/audit-sample.war")).text("WEB-INF/beans.xml", BEANS);
            if (packages.length > 1) {
                war.text("WEB-INF/classes/META-INF/persistence.xml", PERSISTENCE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static Path driver(Path folder) throws IOException {
        Path file = folder.resolve("fault-driver.jar");
        try (WarFile jar = new WarFile(file)) {
            jar.classes(TARGET.resolve("test-classes"), "dev.auditlog.fault.driver", "");
        }
        return file;
    }

    private static List<String> bootCommands(String url, int pool) {
        List<String> commands = new ArrayList<>();
        commands.add("set configs.config.server-config.network-config."
                + "network-listeners.network-listener.http-listener.address=127.0.0.1");
        commands.addAll(pool("audit-pool", url, pool));
        commands.add("create-jdbc-resource --connectionpoolid=audit-pool jdbc/audit");
        return commands;
    }

    /** The audit tables' pool asks nobody whether a connection lives: the product has to find out. ADR 0028. */
    private static List<String> pool(String name, String url, int size) {
        String property = "set resources.jdbc-connection-pool." + name + ".property.";
        String validation = name.equals("audit-pool")
                ? ""
                : "--isconnectvalidatereq=true --validationmethod=custom-validation"
                        + " --validationclassname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation ";
        return List.of(
                "create-jdbc-connection-pool --restype=java.sql.Driver --steadypoolsize=1 --maxpoolsize=" + size + " "
                        + validation + "--driverclassname=" + FaultDriver.class.getName() + " " + name,
                property + "URL=" + FaultDriver.PREFIX + url.substring("jdbc:".length()),
                property + "user=postgres",
                property + "password=postgres");
    }

    /** Address of the application, with a slash at the end. */
    URI root() {
        return URI.create("http://127.0.0.1:" + micro.port() + "/fault/");
    }

    /** Keys of all calls whose method ran since the server was started. */
    List<String> runs() {
        return send(HttpRequest.newBuilder(root().resolve("runs")).GET())
                .lines()
                .toList();
    }

    /** The recorder's figure in the server's own metrics. */
    double figure(String name) {
        String all = send(HttpRequest.newBuilder(root().resolve("/metrics")).GET());
        return all.lines()
                .filter(line -> line.startsWith(name + "{") && line.contains("application=\"fault\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + all));
    }

    private HttpResponse<String> call(String path) {
        return answer(HttpRequest.newBuilder(root().resolve("api/" + path))
                .header("X-Request-ID", "refused")
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** Fails unless it refuses a call before it runs, in the right words, and says so in its figures. */
    void requireRefusal() {
        requireRefusal(call("work/refused/200"));
    }

    /** The same for an order, as soon as the relay knows of what is wrong; until then its call begins, and fails. */
    void awaitRefusalOfOrders(Duration patience) {
        await(() -> call("order/refused/flush").body().contains(NOT_RUN), patience, "orders are not refused");
        requireRefusal(call("order/refused/flush"));
    }

    private void requireRefusal(HttpResponse<String> refused) {
        assertEquals(503, refused.statusCode(), refused::body);
        assertEquals(
                "application/problem+json",
                refused.headers().firstValue("Content-Type").orElse(""));
        assertEquals("5", refused.headers().firstValue("Retry-After").orElse(""));
        assertTrue(refused.body().contains(NOT_RUN), refused::body);
        assertEquals(0, figure("audit_recorder_accepting"));
    }

    /** Waits until the relay has moved all rows; where the database is in the server, which alone can be asked. */
    void awaitEmptyOutbox(Duration patience) {
        await(
                () -> send(HttpRequest.newBuilder(root().resolve("outbox")).GET())
                        .equals("0"),
                patience,
                "the relay has not moved all rows");
    }

    /** Waits until it has written further events into the database: a load that fills a spool says nothing of that. */
    void awaitWritten(Duration patience) {
        double before = figure(WRITTEN);
        await(() -> figure(WRITTEN) > before, patience, "nothing more came to the database");
    }

    private static void await(BooleanSupplier condition, Duration patience, String otherwise) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, otherwise);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    /** Arms a fault of the driver; the one before is disarmed. */
    void arm(Point point, Effect effect, int at, int times) {
        String query = "?point=" + point + "&effect=" + effect + "&at=" + at + "&times=" + times;
        send(HttpRequest.newBuilder(root().resolve("faults" + query)).POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** Arms a fault that ends the server, perhaps before it has answered; at the next time if the first one fails. */
    void armHalt(Point point, Effect effect, int at) {
        try {
            arm(point, effect, at, Integer.MAX_VALUE);
        } catch (UncheckedIOException gone) {
            assertTrue(micro.awaitEnd(Duration.ofSeconds(30)), "the server neither answers nor ends");
        }
    }

    void disarm() {
        arm(Point.CALL, Effect.FAIL_BEFORE, Integer.MAX_VALUE, 0);
    }

    /** How often the armed fault has happened. */
    int happened() {
        return Integer.parseInt(
                send(HttpRequest.newBuilder(root().resolve("faults")).GET()));
    }

    private static String send(HttpRequest.Builder request) {
        HttpResponse<String> answer = answer(request);
        assertEquals(200, answer.statusCode(), answer::body);
        return answer.body();
    }

    private static HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    PayaraMicro process() {
        return micro;
    }

    /** Kills it and starts it again. */
    void killAndStart() {
        micro.kill();
        startAgain();
    }

    /**
     * Starts it again where it has ended, and once more where Payara failed before it came to the application: on a busy
     * machine its main thread was seen without a class loader, and the server came up empty.
     */
    void startAgain() {
        micro = micro.startAgain();
        if (micro.hasSaid(NO_POLICY_PROVIDER)) {
            micro.kill();
            micro = micro.startAgain();
        }
    }

    /** Tells it to end, and fails if it does not in the time that operators give it. */
    void end() {
        micro.terminate();
        assertTrue(micro.awaitEnd(Duration.ofSeconds(30)), "SIGTERM did not end it in 30 s");
    }

    @Override
    public void close() {
        micro.close();
    }
}

package dev.auditlog.it;

import dev.auditlog.demo.DemoProcess;
import dev.auditlog.stage.PayaraMicro;
import dev.auditlog.stage.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * What all servers of one test run share: the folder under target, the database and the passwords. Made once, before
 * Arquillian reads arquillian.xml, and only where failsafe named a database in {@code it.database}.
 */
final class TestEnvironment {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final TestEnvironment ONLY = new TestEnvironment(System.getProperty("it.database", "derby"));

    private final String database;
    private final Path folder;
    private final String password = UUID.randomUUID().toString();
    private final int port = freePort();
    private final PostgresServer postgres;

    private TestEnvironment(String database) {
        this.database = database;
        this.folder = TARGET.resolve("it")
                .resolve(database + "-" + ProcessHandle.current().pid());
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.postgres =
                database.equals("postgresql") ? PostgresServer.start(folder.resolve("postgresql"), freePort()) : null;
    }

    static TestEnvironment get() {
        return ONLY;
    }

    /** {@code derby} or {@code postgresql}. */
    String database() {
        return database;
    }

    /** Password of every user of the fixture. */
    String password() {
        return password;
    }

    /** Port of the server that Arquillian starts. */
    int port() {
        return port;
    }

    Path folder() {
        return folder;
    }

    static Path serverFile(String name) {
        return TARGET.resolve("server").resolve(name);
    }

    /** Options of a server's JVM; {@code name} separates the databases of several servers. */
    List<String> jvmOptions(String name, Map<String, String> more) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("audit.db.url", databaseUrl(name, "audit"));
        properties.put("app.db.url", databaseUrl(name, "app"));
        properties.put("it.password", password);
        properties.put("audit.record.timeout", "30s"); // a test machine may be busy; StoreOutageIT uses the default
        properties.put("derby.stream.error.file", folder.resolve("derby.log").toString());
        if (postgres != null) {
            properties.put("audit.db.driver", "org.postgresql.Driver");
            properties.put("audit.db.user", "postgres");
            properties.put("audit.db.password", "postgres");
        }
        properties.putAll(more);
        List<String> options = new ArrayList<>(PayaraMicro.SHORT_LIVED);
        options.add("-Xmx640m");
        properties.forEach((key, value) -> options.add("-D" + key + "=" + value));
        return options;
    }

    /** Options of Payara Micro. */
    List<String> microOptions(int httpPort) {
        return List.of(
                "--port",
                Integer.toString(httpPort),
                "--prebootcommandfile",
                TARGET.resolve("test-classes/server/preboot.txt").toString(),
                "--postbootcommandfile",
                TARGET.resolve("test-classes/server/postboot.txt").toString(),
                "--addlibs",
                serverFile("drivers").toString());
    }

    String databaseUrl(String name, String use) {
        return postgres != null
                ? postgres.url(name + "_" + use)
                : "jdbc:derby:" + folder.resolve(name + "-" + use) + ";create=true";
    }

    /** Who the servers' pools sign in as; the password is the same. */
    String databaseUser() {
        return postgres != null ? "postgres" : "audit";
    }

    /** The running PostgreSQL; fails in a run on another database. */
    PostgresServer postgres() {
        if (postgres == null) {
            throw new IllegalStateException("This run is on " + database + ".");
        }
        return postgres;
    }

    static int freePort() {
        return DemoProcess.freePort();
    }

    private void publish() {
        System.setProperty("it.micro.jar", serverFile("payara-micro.jar").toString());
        System.setProperty("it.jvm.options", spaced(jvmOptions("arquillian", Map.of())));
        System.setProperty("it.micro.options", spaced(microOptions(port)));
    }

    private static String spaced(List<String> options) {
        return String.join(" ", options.stream().map(o -> o.replace(" ", "\\ ")).toList());
    }

    /** Called by the JUnit platform before the first test. */
    public static final class Listener implements LauncherSessionListener {

        @Override
        public void launcherSessionOpened(LauncherSession session) {
            if (System.getProperty("it.database") != null) {
                get().publish();
            }
        }
    }
}

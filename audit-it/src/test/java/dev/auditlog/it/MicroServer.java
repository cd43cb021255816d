package dev.auditlog.it;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/** A Payara Micro of a test's own, for what Arquillian cannot do: be killed, start again, or run beside another one. */
final class MicroServer implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Process process;
    private final int port;
    private final Path log;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

    private MicroServer(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts a server and waits until it has deployed, or refused, all archives. */
    static MicroServer start(String databases, Map<String, String> properties, Archive<?>... archives) {
        return start(databases, properties, List.of(), archives);
    }

    /** Starts a server with more options of Payara Micro. */
    static MicroServer start(
            String databases, Map<String, String> properties, List<String> more, Archive<?>... archives) {
        List<String> main =
                List.of("-jar", TestEnvironment.serverFile("payara-micro.jar").toString());
        return start(main, databases, properties, more, archives);
    }

    /** Starts a server that {@link #deploy} and {@link #undeploy} can tell what to do. */
    static MicroServer startWithHost(String databases, Map<String, String> properties, Archive<?>... archives) {
        return start(host(), databases, properties, List.of(), archives);
    }

    private static MicroServer start(
            List<String> main,
            String databases,
            Map<String, String> properties,
            List<String> more,
            Archive<?>... archives) {
        TestEnvironment environment = TestEnvironment.get();
        int port = TestEnvironment.freePort();
        Path folder = environment.folder().resolve("micro-" + COUNT.incrementAndGet());
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(environment.jvmOptions(databases, properties));
        command.addAll(main);
        for (Archive<?> archive : archives) {
            command.add("--deploy");
            command.add(export(archive, folder).toString());
        }
        command.add("--nocluster");
        Path log = folder.resolve("server.log");
        command.addAll(environment.microOptions(port));
        command.addAll(more);
        try {
            MicroServer server = new MicroServer(
                    new ProcessBuilder(command).redirectErrorStream(true).start(), port, log);
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The host's options: what the server's manifest says counts for {@code -jar} alone. */
    private static List<String> host() {
        Path server = TestEnvironment.serverFile("payara-micro.jar");
        Path classes = TestEnvironment.get().folder().resolve("host"); // with no other class of the tests
        String main = RedeployHost.class.getName();
        Path code = classes.resolve(main.replace('.', '/') + ".class");
        List<String> options = new ArrayList<>();
        try (JarFile jar = new JarFile(server.toFile());
                InputStream compiled = RedeployHost.class.getResourceAsStream("RedeployHost.class")) {
            Files.createDirectories(code.getParent());
            Files.copy(compiled, code, StandardCopyOption.REPLACE_EXISTING);
            Attributes manifest = jar.getManifest().getMainAttributes();
            for (String name : manifest.getValue("Add-Opens").split(" ")) {
                options.add("--add-opens=" + name + "=ALL-UNNAMED");
            }
            for (String name : manifest.getValue("Add-Exports").split(" ")) {
                options.add("--add-exports=" + name + "=ALL-UNNAMED");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        options.addAll(List.of("-cp", server + File.pathSeparator + classes, main));
        return options;
    }

    private static File export(Archive<?> archive, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        File file = folder.resolve(archive.getName()).toFile();
        archive.as(ZipExporter.class).exportTo(file, true);
        return file;
    }

    private void awaitReady() {
        Thread reader = new Thread(this::readOutput, "micro-" + process.pid());
        reader.setDaemon(true);
        reader.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        try {
            if (!ready.await(180, TimeUnit.SECONDS) || !process.isAlive()) {
                kill();
                throw new IllegalStateException("Payara Micro did not start; see " + log);
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Output must be read to its end, else the server stops at a full pipe. */
    private void readOutput() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                if (line.contains("ready in")) {
                    ready.countDown();
                }
                if (line.startsWith(RedeployHost.DONE)) {
                    done.add(line.substring(RedeployHost.DONE.length()));
                }
            }
        } catch (IOException e) {
            // the process has gone
        } finally {
            ready.countDown();
        }
    }

    /** Deploys an archive at the root of its name. */
    void deploy(String name, Archive<?> archive) {
        tell("deploy " + name + " " + export(archive, log.getParent()));
    }

    void undeploy(String name) {
        tell("undeploy " + name);
    }

    private void tell(String command) {
        try {
            Writer commands = process.outputWriter(StandardCharsets.UTF_8);
            commands.write(command + "\n");
            commands.flush();
            String answer = done.poll(60, TimeUnit.SECONDS);
            if (!command.equals(answer)) {
                throw new IllegalStateException(command + ": " + answer + "; see " + log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    Http http() {
        return new Http(port);
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process at once, as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        end();
    }

    /** Asks the process to end, as SIGTERM does; false if it had to be killed after 30 s. */
    boolean end() {
        process.destroy();
        return awaitEnd();
    }

    private boolean awaitEnd() {
        try {
            if (process.waitFor(30, TimeUnit.SECONDS)) {
                return true;
            }
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}

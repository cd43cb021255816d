package dev.auditlog.it.corpus;

import dev.auditlog.demo.DemoProcess;
import dev.auditlog.demo.DemoSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One try-out from start to stop, to which every case is sent; then what it left behind. */
final class CorpusRun {

    private static final Path KIT =
            Path.of("../audit-demo/target/demo").toAbsolutePath().normalize();
    private static final int CLIENTS = 3;
    private static final int LONGEST_MINUTES = 4;

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final DemoSettings settings;
    private final Tables tables;

    private CorpusRun(DemoSettings settings) {
        this.settings = settings;
        try (DemoProcess demo = DemoProcess.start(settings)) {
            sendAll(demo.settings().port());
        }
        this.tables = Tables.read(derbyCopy(settings.data()), "audit", "audit");
    }

    /** On Derby, in a folder of its own. */
    static CorpusRun onDerby(Path folder) {
        Path data = folder.resolve("demo-" + ProcessHandle.current().pid());
        Map<String, String> environment = Map.of("DEMO_HTTP_PORT", Integer.toString(DemoProcess.freePort()));
        return new CorpusRun(DemoSettings.read(KIT, data, false, environment));
    }

    private void sendAll(int port) {
        send(port, "first", aNormalRequest());
        send(
                port,
                "upload",
                anUpload()); // alone: Derby refuses first inserts at once, both want to make the first number
        send(port, "search", aSearch()); // the first one makes the console's users and opens its database
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<BadInput> inputs = BadInput.all();
        inputs.stream()
                .filter(BadInput::waitsForTheServer)
                .forEach(c -> clients.submit(() -> send(port, c.id(), c.message(settings))));
        inputs.stream()
                .filter(c -> !c.waitsForTheServer() && !c.atTheConsole())
                .forEach(c -> clients.submit(() -> send(port, c.id(), c.message(settings))));
        RedactionCase.all().forEach(c -> clients.submit(() -> send(port, c.id(), c.message(settings))));
        await(clients);
        // alone and one after the other, since they have a time limit of their own
        inputs.stream().filter(BadInput::atTheConsole).forEach(c -> send(port, c.id(), c.message(settings)));
        send(port, "last", aNormalRequest());
    }

    private void send(int port, String id, Message message) {
        answers.put(id, message.send(port));
    }

    private Message aNormalRequest() {
        return new Message("POST", "/sample/api/orders")
                .body("application/json", "{\"customer\":\"acme\",\"amount\":1}")
                .signedIn("alice", settings.samplePassword())
                .correlated();
    }

    private Message anUpload() {
        return new Message("POST", "/sample/api/documents")
                .body(
                        "multipart/form-data; boundary=b",
                        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nx\r\n--b--\r\n")
                .signedIn("alice", settings.samplePassword())
                .correlated();
    }

    private Message aSearch() {
        return new Message("GET", "/audit/api/events")
                .signedIn("admin", settings.consolePassword())
                .correlated();
    }

    private static void await(ExecutorService clients) {
        clients.shutdown();
        try {
            if (!clients.awaitTermination(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException("some cases have no answer after " + LONGEST_MINUTES + " minutes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A copy, so that what the demo left stays as it is. */
    private static String derbyCopy(Path data) {
        Path from = data.resolve("derby");
        Path to = data.resolve("copy");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "jdbc:derby:" + to;
    }

    /** What came back for a case, by its id; for the ordinary calls around them by "first" and "last". */
    Answer answer(String id) {
        Answer answer = answers.get(id);
        if (answer == null) {
            throw new AssertionError("no answer to " + id);
        }
        return answer;
    }

    /** The events of one request: those that carry its correlation id, and the one that the response names. */
    List<Map<String, String>> events(Answer answer) {
        String named = answer.auditId();
        return tables.events().stream()
                .filter(row ->
                        answer.correlation() != null && answer.correlation().equals(row.get("correlation_id"))
                                || named != null && (named.equals(row.get("id")) || named.equals(row.get("parent_id"))))
                .toList();
    }

    Tables tables() {
        return tables;
    }

    DemoSettings settings() {
        return settings;
    }

    /** All lines of all files that the demo wrote beside its database. */
    List<String> logLines() {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(settings.data())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lines.addAll(Files.readString(file, StandardCharsets.ISO_8859_1)
                        .lines()
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}

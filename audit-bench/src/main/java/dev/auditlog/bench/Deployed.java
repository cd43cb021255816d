package dev.auditlog.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A server with all variants that it takes. One that it refuses is left out, and the reader is told; as a refusal keeps
 * the server from deploying the others, it is started again then.
 */
record Deployed(PayaraServer server, List<String> variants) implements AutoCloseable {

    private static final Pattern OWN = Pattern.compile("AUD-\\d{4} [^\\n\\]]*");
    private static final int FIRST_CALLS = 4;

    static Deployed start(BenchSettings settings, Path folder, Database database, PrintStream out) throws IOException {
        List<String> candidates = new ArrayList<>(settings.variants());
        while (true) {
            List<Path> archives = candidates.stream()
                    .map(name -> WarFile.of(Variants.named(name), settings.folder(), folder))
                    .toList();
            PayaraServer server = PayaraServer.start(settings, folder, freePort(), database, archives);
            Optional<String> refused = candidates.stream()
                    .filter(variant -> !serves(server, variant))
                    .findFirst();
            if (refused.isEmpty()) {
                return new Deployed(server, candidates);
            }
            out.println(BenchMessages.leftOut(refused.get(), reason(server)));
            server.close();
            candidates.remove(refused.get());
            requireBaselines(candidates);
        }
    }

    private static void requireBaselines(List<String> variants) {
        variants.stream()
                .map(Variants::baseline)
                .filter(base -> !variants.contains(base))
                .findFirst()
                .ifPresent(base -> {
                    throw BenchMessages.baselineMissing(base);
                });
    }

    /** A port that was free a moment ago. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        server.close();
    }

    /** More than once: on a busy machine the store may take longer to open than a call waits for it. */
    private static boolean serves(PayaraServer server, String variant) {
        return IntStream.range(0, FIRST_CALLS).anyMatch(i -> status(server, variant) / 100 == 2);
    }

    private static int status(PayaraServer server, String variant) {
        URI uri = URI.create(
                "http://127.0.0.1:" + server.port() + Variants.named(variant).path());
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(OrderRequest.TRIVIAL.body()))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException failed) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** The first message of this project that the server's log holds, if there is one. */
    private static String reason(PayaraServer server) {
        Matcher messages = OWN.matcher(server.log());
        return messages.find() ? messages.group() : "its first calls failed, and the server's log says why.";
    }
}

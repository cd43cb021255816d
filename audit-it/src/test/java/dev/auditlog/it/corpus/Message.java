package dev.auditlog.it.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** One request, byte by byte as it shall be on the wire, on a connection of its own. */
final class Message {

    private static final int READ_TIMEOUT_MS = 120_000; // longer than the server waits for a body

    private final String method;
    private final String path;
    private final List<String> headers = new ArrayList<>();
    private Body body;
    private String correlation;
    private boolean cutAfterBody;

    Message(String method, String path) {
        this.method = method;
        this.path = path;
    }

    Message header(String name, String value) {
        headers.add(name + ": " + value);
        return this;
    }

    Message signedIn(String user, String password) {
        return header("Authorization", basic(user, password));
    }

    static String basic(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    Message body(Body bytes) {
        this.body = bytes;
        return this;
    }

    Message body(String type, String text) {
        return header("Content-Type", type).body(Body.of(text));
    }

    /** Adds an X-Request-ID that no other request has. */
    Message correlated() {
        correlation = UUID.randomUUID().toString();
        return header("X-Request-ID", correlation);
    }

    /** No more bytes will come, although the body is not complete. */
    Message cutAfterBody() {
        cutAfterBody = true;
        return this;
    }

    boolean has(String header) {
        return headers.stream()
                .anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith(header.toLowerCase(Locale.ROOT) + ":"));
    }

    /** Sends it and reads until the server closes. */
    Answer send(int port) {
        long begin = System.nanoTime();
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(READ_TIMEOUT_MS);
            // beside the reading: a server may answer, and close, before it has the whole body
            new Thread(() -> write(socket, port), "corpus-body").start();
            read(socket, received);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Answer.parse(correlation, received.toByteArray(), Duration.ofNanos(System.nanoTime() - begin));
    }

    private void write(Socket socket, int port) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(head(port));
            out.flush();
            if (body != null) {
                body.writeTo(out);
            }
            if (cutAfterBody) {
                socket.shutdownOutput();
            }
        } catch (IOException refused) {
            // it has closed
        }
    }

    private void read(Socket socket, ByteArrayOutputStream received) {
        try {
            socket.getInputStream().transferTo(received);
        } catch (SocketTimeoutException e) {
            throw new IllegalStateException("no answer within " + READ_TIMEOUT_MS + " ms: " + method + " " + path, e);
        } catch (IOException reset) {
            // what came before it counts
        }
    }

    private byte[] head(int port) {
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        head.append("Host: 127.0.0.1:").append(port).append("\r\nConnection: close\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        if (body != null && !has("Content-Length") && !has("Transfer-Encoding")) {
            head.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}

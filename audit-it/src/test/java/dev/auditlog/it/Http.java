package dev.auditlog.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** An HTTP client that hides nothing: one socket for each call, every byte as it came, and no call is ever repeated. */
final class Http {

    private static final int READ_TIMEOUT_MS = 30_000;

    private final int port;

    Http(int port) {
        this.port = port;
    }

    /** A request in the making; the correlation id is new for each. */
    static final class Call {

        final String method;
        final String path;
        final String correlation;
        final List<String> headers = new ArrayList<>();
        byte[] body = new byte[0];

        private Call(String method, String path) {
            this.method = method;
            this.path = path;
            this.correlation = UUID.randomUUID().toString();
        }

        Call as(String user) {
            return as(user, TestEnvironment.get().password());
        }

        Call as(String user, String password) {
            byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }

        Call header(String name, String value) {
            headers.add(name + ": " + value);
            return this;
        }

        Call body(String type, String text) {
            return body(type, text.getBytes(StandardCharsets.UTF_8));
        }

        Call body(String type, byte[] bytes) {
            body = bytes;
            return header("Content-Type", type);
        }

        Call json(String text) {
            return body("application/json", text);
        }

        /** A copy with a correlation id of its own. */
        Call again() {
            Call copy = new Call(method, path);
            copy.headers.addAll(headers);
            copy.body = body;
            return copy;
        }

        private byte[] head(int port) {
            StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
            head.append("Host: 127.0.0.1:").append(port).append("\r\n");
            head.append("Connection: close\r\n");
            head.append("X-Request-ID: ").append(correlation).append("\r\n");
            headers.forEach(line -> head.append(line).append("\r\n"));
            if (body.length > 0 || method.startsWith("P")) {
                head.append("Content-Length: ").append(body.length).append("\r\n");
            }
            return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    static Call call(String method, String path) {
        return new Call(method, path);
    }

    static Call get(String path) {
        return call("GET", path);
    }

    static Call post(String path) {
        return call("POST", path);
    }

    /** Sends a call and reads all of the response. */
    Reply send(Call call) {
        try (Exchange exchange = open(call)) {
            return exchange.rest();
        }
    }

    /** Sends a call and leaves the response to be read, or not. */
    Exchange open(Call call) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(READ_TIMEOUT_MS);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(call.head(port));
            bytes.writeBytes(call.body);
            socket.getOutputStream().write(bytes.toByteArray());
            socket.getOutputStream().flush();
            return new Exchange(call, socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A call on its way. Closing it cuts the connection. */
    static final class Exchange implements AutoCloseable {

        private final Call call;
        private final Socket socket;
        private final ByteArrayOutputStream received = new ByteArrayOutputStream();

        private Exchange(Call call, Socket socket) {
            this.call = call;
            this.socket = socket;
        }

        /** Waits for the first byte of the response. */
        void firstByte() {
            try {
                int first = socket.getInputStream().read();
                if (first < 0) {
                    throw new IllegalStateException("the connection ended before the first byte");
                }
                received.write(first);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Reply rest() {
            boolean reset = false;
            try {
                InputStream in = socket.getInputStream();
                in.transferTo(received);
            } catch (java.net.SocketTimeoutException e) {
                throw new IllegalStateException("no answer within " + READ_TIMEOUT_MS + " ms: " + call.path, e);
            } catch (IOException e) {
                reset = true;
            }
            return Reply.parse(call, received.toByteArray(), reset);
        }

        /** Cuts the connection with a reset, so that the server's next write fails. */
        void cut() {
            try {
                socket.setSoLinger(true, 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            close();
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * What the client got.
     *
     * @param status status, 0 where there was no response at all
     * @param broken whether the response ended before its framing said so
     */
    record Reply(String correlation, int status, Map<String, List<String>> headers, byte[] body, boolean broken) {

        static Reply parse(Call call, byte[] bytes, boolean reset) {
            String all = new String(bytes, StandardCharsets.ISO_8859_1);
            int end = all.indexOf("\r\n\r\n");
            if (end < 0) {
                return new Reply(call.correlation, 0, Map.of(), new byte[0], true);
            }
            String[] lines = all.substring(0, end).split("\r\n");
            int status = Integer.parseInt(lines[0].split(" ")[1]);
            if (status == 100) {
                return parse(call, all.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1), reset);
            }
            Map<String, List<String>> headers = headers(lines);
            Framing framing = new Framing(all.substring(end + 4), headers, call.method.equals("HEAD"), status);
            byte[] body = framing.body().getBytes(StandardCharsets.ISO_8859_1);
            return new Reply(call.correlation, status, headers, body, reset || !framing.complete());
        }

        private static Map<String, List<String>> headers(String[] lines) {
            Map<String, List<String>> headers = new java.util.TreeMap<>();
            for (int i = 1; i < lines.length; i++) {
                int colon = lines[i].indexOf(':');
                headers.computeIfAbsent(lines[i].substring(0, colon).toLowerCase(Locale.ROOT), k -> new ArrayList<>())
                        .add(lines[i].substring(colon + 1).strip());
            }
            return headers;
        }

        /** The first value of a header, or null. */
        String header(String name) {
            List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
            return values == null ? null : values.get(0);
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** Undoes the transfer coding of a body, and tells whether all of it came. */
    private static final class Framing {

        private final StringBuilder body = new StringBuilder();
        private boolean complete;

        Framing(String raw, Map<String, List<String>> headers, boolean head, int status) {
            if (head || status == 204 || status == 304) {
                complete = raw.isEmpty();
                body.append(raw);
            } else if (headers.containsKey("transfer-encoding")) {
                readChunks(raw);
            } else {
                body.append(raw);
                complete = !headers.containsKey("content-length")
                        || headers.get("content-length").get(0).equals(Integer.toString(raw.length()));
            }
        }

        private void readChunks(String raw) {
            int at = 0;
            while (true) {
                int eol = raw.indexOf("\r\n", at);
                if (eol < 0) {
                    return;
                }
                int size = Integer.parseInt(raw.substring(at, eol).strip(), 16);
                int end = eol + 2 + size;
                body.append(raw, eol + 2, Math.min(end, raw.length()));
                if (size == 0 || end > raw.length()) {
                    complete = size == 0;
                    return;
                }
                at = end + 2;
            }
        }

        String body() {
            return body.toString();
        }

        boolean complete() {
            return complete;
        }
    }
}

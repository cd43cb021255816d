package dev.auditlog.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Somebody who sends calls to the order desk. */
final class Caller {

    private final HttpClient client;
    private final String base;
    private final String agent;
    private final @Nullable String authorization;

    private Caller(HttpClient client, String base, String agent, @Nullable String authorization) {
        this.client = client;
        this.base = base;
        this.agent = agent;
        this.authorization = authorization;
    }

    static Caller signedIn(HttpClient client, String base, String agent, String name, String password) {
        byte[] both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Caller(client, base, agent, "Basic " + Base64.getEncoder().encodeToString(both));
    }

    static Caller stranger(HttpClient client, String base, String agent) {
        return new Caller(client, base, agent, null);
    }

    /** A call without a body. */
    HttpResponse<String> send(String method, String path) {
        return send(method, path, "", BodyPublishers.noBody());
    }

    HttpResponse<String> json(String method, String path, String body) {
        return send(method, path, "application/json", BodyPublishers.ofString(body));
    }

    HttpResponse<String> form(String path, String body) {
        return send("POST", path, "application/x-www-form-urlencoded", BodyPublishers.ofString(body));
    }

    HttpResponse<String> upload(String path, String fileName, String content) {
        String body = "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n--part--\r\n";
        return send("POST", path, "multipart/form-data; boundary=part", BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(String method, String path, String contentType, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body)
                .header("User-Agent", agent)
                .timeout(Duration.ofSeconds(30));
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while traffic was sent", interrupted);
        }
    }
}

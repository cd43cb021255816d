package dev.auditlog.it.corpus;

import dev.auditlog.demo.DemoSettings;
import jakarta.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A case of redaction-cases.json: a value under a name at its place, which must be masked, or must not.
 *
 * @param where json-key, query, form, header or free-text
 */
record RedactionCase(String id, String where, String name, String value, boolean secret) {

    static List<RedactionCase> all() {
        return Corpus.cases("redaction-cases.json").stream()
                .map(c -> new RedactionCase(
                        c.getString("id"),
                        c.getString("where"),
                        c.getString("name"),
                        c.getString("value"),
                        c.getString("expect").equals("redact")))
                .toList();
    }

    Message message(DemoSettings demo) {
        Message message =
                switch (where) {
                    case "query" -> new Message("GET", "/sample/api/orders?" + pair());
                    case "header" -> new Message("GET", "/sample/api/orders").header(name, value);
                    case "form" -> new Message("POST", "/sample/api/orders")
                            .body("application/x-www-form-urlencoded", "customer=acme&amount=1&" + pair());
                    default -> new Message("POST", "/sample/api/orders").body("application/json", json());
                };
        if (!message.has("Authorization")) {
            message.signedIn("alice", demo.samplePassword());
        }
        return message.correlated();
    }

    /** The name and the value as they stand in a query or a form. */
    String pair() {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private String json() {
        return Json.createObjectBuilder()
                .add("customer", "acme")
                .add("amount", 1)
                .add(name, value)
                .build()
                .toString();
    }

    int status() {
        if (name.equals("Authorization")) {
            return 401;
        }
        return where.equals("query") || where.equals("header") ? 200 : 201;
    }

    /** The part of a free text that must not be kept; elsewhere the whole value. */
    String core() {
        return switch (id) {
            case "rc-064" -> "4111111111111111";
            case "rc-072" -> "RkFLRS1LRVktUFVC";
            case "rc-075" -> "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
            case "rc-080" -> "078-05-1120";
            case "rc-083", "rc-088" -> "hunter2-canary";
            case "rc-085" -> "YWxpY2U6Y2FuYXJ5";
            default -> value;
        };
    }
}

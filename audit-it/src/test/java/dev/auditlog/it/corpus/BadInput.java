package dev.auditlog.it.corpus;

import dev.auditlog.demo.DemoSettings;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A case of badinputs.json, or of more-badinputs.json, which has our own.
 *
 * @param kind its class
 * @param expect in words
 * @param how what to send
 * @param check what to look at
 */
record BadInput(String id, String kind, String expect, JsonObject how, JsonObject check) {

    static List<BadInput> all() {
        return Stream.of("badinputs.json", "more-badinputs.json")
                .flatMap(file -> Corpus.cases(file).stream())
                .map(c -> new BadInput(
                        c.getString("id"),
                        c.getString("class"),
                        c.getString("expect"),
                        c.getJsonObject("how"),
                        c.getJsonObject("check")))
                .toList();
    }

    boolean atTheConsole() {
        return how.getString("path").startsWith("/audit");
    }

    /** The server waits for bytes that never come. */
    boolean waitsForTheServer() {
        return id.equals("chunked-06");
    }

    Message message(DemoSettings demo) {
        Message message = new Message(how.getString("method"), how.getString("path"));
        how.getJsonObject("headers").forEach((name, value) -> lines(value)
                .forEach(line -> message.header(name, credentials(line, demo.samplePassword()))));
        signIn(message, demo);
        if (!message.has("X-Request-ID") && !id.equals("header-injection-04")) { // which smuggles one in
            message.correlated();
        }
        if (id.equals("chunked-05")) { // "client closes"
            message.cutAfterBody();
        }
        return message.body(Body.of(how));
    }

    private static List<String> lines(JsonValue value) {
        return value instanceof JsonArray array ? texts(array) : List.of(((JsonString) value).getString());
    }

    private static String credentials(String text, String password) {
        return switch (text) {
            case "$alice" -> Message.basic("alice", password);
            case "$bob" -> Message.basic("bob", password);
            default -> text;
        };
    }

    private void signIn(Message message, DemoSettings demo) {
        String user = how.getString("auth", "alice");
        if (user.equals("none") || message.has("Authorization")) {
            return;
        }
        if (user.equals("admin")) {
            message.signedIn(
                    atTheConsole() ? "admin" : "carol",
                    atTheConsole() ? demo.consolePassword() : demo.samplePassword());
        } else {
            message.signedIn(user, demo.samplePassword());
        }
    }

    /** Allowed statuses, with null for "closed"; or null where the case does not say. */
    List<Integer> statuses() {
        if (!check.containsKey("statusIn")) {
            return null;
        }
        List<Integer> statuses = new ArrayList<>();
        check.getJsonArray("statusIn")
                .forEach(status -> statuses.add(status instanceof JsonNumber number ? number.intValue() : null));
        return statuses;
    }

    /** How many events, or null where the case leaves it open. */
    Integer rows() {
        return check.get("rows") instanceof JsonNumber number ? number.intValue() : null;
    }

    List<String> absent() {
        return check.containsKey("absent") ? texts(check.getJsonArray("absent")) : List.of();
    }

    /** A text of the check, or null. */
    String check(String name) {
        return check.getString(name, null);
    }

    /** Seconds, or null. */
    Integer maxSeconds() {
        return check.containsKey("maxSeconds") ? check.getInt("maxSeconds") : null;
    }

    private static List<String> texts(JsonArray array) {
        return array.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }
}

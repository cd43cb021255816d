package dev.auditlog.sample.http;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Map;
import java.util.NoSuchElementException;

/** Reads a JSON object with bounded depth and numbers, whatever the server's JSON library would take. */
final class JsonBody {

    static final int MAX_DEPTH = 32;
    static final int MAX_NUMBER_LENGTH = 64;
    // the factories are looked up once: each look-up goes through the service loader
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private JsonBody() {}

    static JsonObject parse(String text) {
        try {
            checkBounds(text);
            try (JsonReader reader = READERS.createReader(new StringReader(text))) {
                return reader.readObject();
            }
        } catch (JsonException | NoSuchElementException | IllegalStateException broken) {
            throw Problem.badRequest(
                    "The body is not a JSON object. Send one, as {\"customer\":\"acme\",\"amount\":10}.");
        }
    }

    private static void checkBounds(String text) {
        int depth = 0;
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            while (parser.hasNext()) {
                switch (parser.next()) {
                    case START_OBJECT, START_ARRAY -> checkDepth(++depth);
                    case END_OBJECT, END_ARRAY -> depth--;
                    case VALUE_NUMBER -> checkNumber(parser.getString());
                    default -> {}
                }
            }
        }
    }

    private static void checkDepth(int depth) {
        if (depth > MAX_DEPTH) {
            throw Problem.badRequest("The JSON is nested more than " + MAX_DEPTH + " deep.");
        }
    }

    private static void checkNumber(String number) {
        if (number.length() > MAX_NUMBER_LENGTH) {
            throw Problem.badRequest("A number has more than " + MAX_NUMBER_LENGTH + " characters.");
        }
    }
}

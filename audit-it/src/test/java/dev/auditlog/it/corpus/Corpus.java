package dev.auditlog.it.corpus;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads the files with the cases; they stand beside the tests of redaction, which use them without a server. */
final class Corpus {

    private Corpus() {}

    static List<JsonObject> cases(String file) {
        try (InputStream in = Corpus.class.getResourceAsStream("/" + file);
                var reader = Json.createReader(in)) {
            return List.copyOf(reader.readObject().getJsonArray("cases").getValuesAs(JsonObject.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

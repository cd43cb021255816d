package dev.auditlog.sample.http;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads an HTML form ({@code a=1&b=2}) as an object; a name that comes more than once becomes an array. */
final class FormBody {

    private FormBody() {}

    static JsonObject parse(String text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
                        .add(decoded(pair.substring(equals + 1)));
            }
        }
        var object = Json.createObjectBuilder();
        values.forEach((name, all) -> {
            if (all.size() == 1) {
                object.add(name, all.get(0));
            } else {
                object.add(name, Json.createArrayBuilder(all));
            }
        });
        return object.build();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw Problem.badRequest("The form has a % that is not followed by two hexadecimal digits.");
        }
    }
}

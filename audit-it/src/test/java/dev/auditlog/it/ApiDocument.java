package dev.auditlog.it;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The description of the API, read as OpenAPI 3.1. Its schemas let clients pass over what they do not know; here nothing may
 * stand in an answer that they do not describe.
 */
final class ApiDocument {

    private static final String BASE = "urn:audit-api";
    private static final int REFERENCES = 10;

    private final JsonNode root;
    private final SchemaRegistry schemas;

    private ApiDocument(JsonNode root) {
        this.root = root;
        closed(root.at("/components/schemas"));
        schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(BASE, root.toString())));
    }

    static ApiDocument parse(String yaml) {
        return new ApiDocument(new YAMLMapper().readTree(yaml));
    }

    /** Every object that names its members has no others. */
    private static void closed(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("properties").isObject()
                && object.path("type").asString("").equals("object")
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(ApiDocument::closed);
    }

    /** Each as {@code GET /events}. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        for (String path : paths()) {
            root.path("paths")
                    .path(path)
                    .propertyNames()
                    .forEach(verb -> operations.add(verb.toUpperCase() + " " + path));
        }
        return operations;
    }

    Set<String> paths() {
        return new TreeSet<>(root.path("paths").propertyNames());
    }

    private JsonNode get(String path) {
        return root.path("paths").path(path).path("get");
    }

    /** Names of the query parameters. */
    Set<String> parameters(String path) {
        Set<String> names = new TreeSet<>();
        get(path).path("parameters").forEach(given -> {
            JsonNode parameter = resolved(given);
            if (parameter.path("in").asString().equals("query")) {
                names.add(parameter.path("name").asString());
            }
        });
        return names;
    }

    /** The values that a parameter may have. */
    List<String> values(String path, String name) {
        List<String> values = new ArrayList<>();
        get(path).path("parameters").forEach(given -> {
            JsonNode parameter = resolved(given);
            if (parameter.path("name").asString().equals(name)) {
                parameter.at("/schema/enum").forEach(value -> values.add(value.asString()));
            }
        });
        return values;
    }

    /** Each as {@code GET /events 200 application/json}. */
    Set<String> answers() {
        Set<String> answers = new TreeSet<>();
        for (String path : paths()) {
            JsonNode responses = get(path).path("responses");
            for (String status : responses.propertyNames()) {
                resolved(responses.path(status))
                        .path("content")
                        .propertyNames()
                        .forEach(type -> answers.add("GET " + path + " " + status + " " + type));
            }
        }
        return answers;
    }

    /** Names of the headers that an answer has. */
    Set<String> headers(String path, int status) {
        return new TreeSet<>(response(path, status).path("headers").propertyNames());
    }

    /** What is wrong with the body of an answer. */
    List<String> faults(String path, int status, String type, String body) {
        String content = pointer("/paths/" + escaped(path) + "/get/responses/" + status) + "/content/" + escaped(type);
        return faults(content + "/schema", body);
    }

    /** What is wrong with a text, by one of the components. */
    List<String> faults(String pointer, String json) {
        return schemas.getSchema(SchemaLocation.of(BASE + "#" + pointer)).validate(json, InputFormat.JSON).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    /** The members that a schema names, by path, such as {@code actor/id}. */
    Set<String> members(String schema) {
        Set<String> members = new TreeSet<>();
        members("", root.at("/components/schemas/" + schema), members);
        return members;
    }

    private static void members(String path, JsonNode schema, Set<String> members) {
        JsonNode properties = schema.path("properties");
        for (String name : properties.propertyNames()) {
            members.add(path + name);
            members(path + name + "/", properties.path(name), members);
        }
    }

    private JsonNode response(String path, int status) {
        return root.at(pointer("/paths/" + escaped(path) + "/get/responses/" + status));
    }

    /** Where a node really stands, after its references. */
    private String pointer(String from) {
        String at = from;
        for (int i = 0; i < REFERENCES && root.at(at).has("$ref"); i++) {
            at = root.at(at).path("$ref").asString().substring(1);
        }
        return at;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(pointer(node.path("$ref").asString().substring(1))) : node;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}

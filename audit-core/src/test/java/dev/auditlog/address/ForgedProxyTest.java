package dev.auditlog.address;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.event.Source;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The class forged-proxy of the corpus of bad inputs: from an untrusted peer, and through a trusted proxy. */
class ForgedProxyTest {

    private static final String PEER = "127.0.0.1";

    /** What a trusted 127.0.0.1 makes of each case: address by X-Forwarded-For, and address by Forwarded. */
    private static final Map<String, List<String>> THROUGH_A_TRUSTED_PROXY = Map.ofEntries(
            Map.entry("forged-proxy-01", List.of("203.0.113.7", PEER)),
            Map.entry("forged-proxy-02", List.of("10.0.0.1", PEER)),
            Map.entry("forged-proxy-03", List.of(PEER, "203.0.113.7")),
            Map.entry("forged-proxy-04", List.of("198.51.100.9", PEER)),
            Map.entry("forged-proxy-05", List.of(PEER, PEER)),
            Map.entry("forged-proxy-06", List.of(PEER, PEER)),
            Map.entry("forged-proxy-07", List.of(PEER, PEER)),
            Map.entry("forged-proxy-08", List.of("203.0.113.7", PEER)),
            Map.entry("forged-proxy-09", List.of(PEER, "2001:db8::1")),
            Map.entry("forged-proxy-10", List.of("2001:db8::1", PEER)),
            Map.entry("forged-proxy-11", List.of(PEER, PEER)),
            Map.entry("forged-proxy-12", List.of(PEER, PEER)));

    static Stream<Arguments> cases() throws Exception {
        try (InputStream in = ForgedProxyTest.class.getResourceAsStream("/badinputs.json");
                JsonReader reader = Json.createReader(Objects.requireNonNull(in, "badinputs.json"))) {
            return reader.readObject().getJsonArray("cases").getValuesAs(JsonObject.class).stream()
                    .filter(c -> c.getString("class").equals("forged-proxy"))
                    .map(c -> Arguments.of(c.getString("id"), headers(c)));
        }
    }

    private static Map<String, List<String>> headers(JsonObject testCase) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        testCase.getJsonObject("how")
                .getJsonObject("headers")
                .forEach((name, value) -> headers.put(name, lines(value)));
        return headers;
    }

    private static List<String> lines(JsonValue value) {
        return value instanceof JsonArray several
                ? several.getValuesAs(JsonString::getString)
                : List.of(((JsonString) value).getString());
    }

    private static Source resolve(List<String> trusted, String header, Map<String, List<String>> headers) {
        return SourceResolver.of(trusted, header).resolve(PEER, name -> headers.getOrDefault(name, List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void resolve_untrustedPeer_isThePeer(String id, Map<String, List<String>> headers) {
        for (String header : List.of("X-Forwarded-For", "Forwarded")) {
            Source source = resolve(List.of(), header, headers);
            assertEquals(PEER, source.ip(), id);
            assertEquals("peer", source.rule(), id);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void resolve_trustedPeer_isWhatTheProxySaid(String id, Map<String, List<String>> headers) {
        List<String> found = Stream.of("X-Forwarded-For", "Forwarded")
                .map(header -> resolve(List.of(PEER), header, headers).ip())
                .toList();
        assertEquals(THROUGH_A_TRUSTED_PROXY.get(id), found);
    }

    @Test
    void cases_ofTheCorpus_areAllHere() throws Exception {
        assertEquals(
                List.copyOf(new TreeMap<>(THROUGH_A_TRUSTED_PROXY).keySet()),
                cases().map(c -> c.get()[0]).sorted().toList());
    }
}

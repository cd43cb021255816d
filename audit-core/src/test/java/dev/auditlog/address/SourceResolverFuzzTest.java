package dev.auditlog.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.event.Source;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a client writes into the headers, the address is one that a trusted side has said. */
class SourceResolverFuzzTest {

    private static final int ROUNDS = 200_000;
    private static final String PEER = "10.0.0.1";
    private static final String CLIENT = "198.51.100.9";
    private static final String[] PIECES = {
        "for=",
        "For=",
        "by=",
        "proto=https",
        "x=",
        "6.6.6.6",
        "10.0.0.2",
        "10.0.0.3",
        "[2001:db8::6]",
        "2001:db8::6",
        ":80",
        "\"",
        "\\",
        ",",
        ";",
        "=",
        " ",
        "\t",
        "unknown",
        "_h",
        "%",
        "[",
        "]",
        ".",
        "::",
        "0",
        "255",
        "\u0000",
        "ä",
        "\n"
    };
    private final Random random = new Random(7239);

    private String garbage() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(14); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static Source resolve(String header, String peer, String line) {
        return SourceResolver.of(List.of("10.0.0.0/8"), header).resolve(peer, name -> List.of(line));
    }

    @Test
    void resolve_anyTextFromAnUntrustedPeer_isThePeer() {
        for (int i = 0; i < ROUNDS; i++) {
            String line = garbage();
            assertEquals(CLIENT, resolve("Forwarded", CLIENT, line).ip(), line);
            assertEquals(CLIENT, resolve("X-Forwarded-For", CLIENT, line).ip(), line);
        }
    }

    @Test
    void resolve_anyTextBeforeWhatAProxyAppendsToXForwardedFor_isWhatTheProxySays() {
        for (int i = 0; i < ROUNDS; i++) {
            String line = garbage() + ", " + CLIENT + ", 10.0.0.2";
            assertEquals(CLIENT, resolve("X-Forwarded-For", PEER, line).ip(), line);
        }
    }

    @Test
    void resolve_anyTextBeforeWhatAProxyAppendsToForwarded_isWhatTheProxySaysOrTheProxy() {
        String[] appended = {", for=" + CLIENT, ", for=\"" + CLIENT + ":80\";proto=https", ", by=\"_a\";for=" + CLIENT};
        int told = 0;
        for (int i = 0; i < ROUNDS; i++) {
            String line = garbage() + appended[i % appended.length];
            Source source = resolve("Forwarded", PEER, line);
            assertTrue(List.of(CLIENT, PEER).contains(String.valueOf(source.ip())), line + " gave " + source);
            told += CLIENT.equals(source.ip()) ? 1 : 0;
        }
        assertTrue(told > ROUNDS / 2, "only " + told + " texts let the proxy's word through");
    }

    @Test
    void resolve_anyText_givesAnAddressThatWasSaidAndAtMost20Hops() {
        for (int i = 0; i < ROUNDS; i++) {
            String line = garbage() + garbage() + garbage();
            Source source = resolve(i % 2 == 0 ? "Forwarded" : "X-Forwarded-For", PEER, line);
            assertTrue(PEER.equals(source.ip()) || source.chain().contains(source.ip()), line + " gave " + source);
            assertTrue(source.chain().size() <= 20, line);
            assertEquals(source.ip(), Addresses.canonical(String.valueOf(source.ip())), line);
        }
    }
}

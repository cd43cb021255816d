package dev.auditlog.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.auditlog.event.Source;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceResolverTest {

    private static final String PEER = "10.0.0.1";
    private static final List<String> TRUSTED = List.of("10.0.0.0/8", "2001:db8:aaaa::/48");

    private static Source xff(String... lines) {
        return resolve(PEER, "X-Forwarded-For", lines);
    }

    private static Source forwarded(String... lines) {
        return resolve(PEER, "Forwarded", lines);
    }

    private static Source resolve(String peer, String header, String... lines) {
        Map<String, List<String>> headers = Map.of(header, List.of(lines));
        return SourceResolver.of(TRUSTED, header).resolve(peer, name -> headers.getOrDefault(name, List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7 | 203.0.113.7",
                "203.0.113.7, 10.0.0.2 | 203.0.113.7",
                "6.6.6.6, 203.0.113.7, 10.0.0.2 | 203.0.113.7",
                "10.0.0.3, 10.0.0.2 | 10.0.0.3",
                "203.0.113.7:4711, 10.0.0.2:80 | 203.0.113.7",
                "[2001:db8::1]:4711 | 2001:db8::1",
                "[2001:DB8:0::1] | 2001:db8::1",
                "2001:db8::1 | 2001:db8::1",
                "::ffff:203.0.113.7 | 203.0.113.7",
                "203.0.113.7, ::ffff:10.0.0.2 | 203.0.113.7",
                "203.0.113.7, 2001:db8:aaaa::5 | 203.0.113.7",
                "fe80::1%eth0 | fe80::1",
                "203.0.113.7 , ,, | 203.0.113.7",
                "unknown, 203.0.113.7 | 203.0.113.7"
            })
    void resolve_trustedPeer_takesTheRightMostHopThatIsNotTrusted(String line, String ip) {
        Source source = xff(line);
        assertEquals(ip, source.ip());
        assertEquals("10.0.0.1", source.peer());
        assertEquals("X-Forwarded-For", source.rule());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.7, unknown",
                "203.0.113.7, _hidden",
                "203.0.113.7, 010.0.0.2",
                "203.0.113.7, 0x0a000002",
                "203.0.113.7, 167772162",
                "203.0.113.7, 10.2",
                "203.0.113.7, localhost",
                "203.0.113.7, 10.0.0.2:port",
                "203.0.113.7, 10.0.0.2:123456",
                "203.0.113.7, [10.0.0.2]",
                "203.0.113.7, 10.0.0.2/8",
                "203.0.113.7, \"10.0.0.2\"",
                "203.0.113.7 10.0.0.2"
            })
    void resolve_rightMostHopIsNoAddress_isThePeer(String line) {
        assertEquals("10.0.0.1", xff(line).ip());
        assertEquals("peer", xff(line).rule());
    }

    @Test
    void resolve_hopInTheMiddleIsNoAddress_isTheLastTrustedOneBeforeIt() {
        Source source = xff("203.0.113.7, unknown, 10.0.0.3, 10.0.0.2");
        assertEquals(
                new Source(
                        "10.0.0.3",
                        "10.0.0.1",
                        List.of("203.0.113.7", "unknown", "10.0.0.3", "10.0.0.2"),
                        "X-Forwarded-For"),
                source);
    }

    @Test
    void resolve_untrustedPeer_isThePeerAndTheClaimIsKept() {
        assertEquals(
                new Source("198.51.100.1", "198.51.100.1", List.of("203.0.113.7", "10.0.0.2"), "peer"),
                resolve("198.51.100.1", "X-Forwarded-For", "203.0.113.7, 10.0.0.2"));
    }

    @Test
    void resolve_noHeader_isThePeer() {
        assertEquals(new Source("10.0.0.1", "10.0.0.1", List.of(), "peer"), xff());
        assertEquals(new Source("10.0.0.1", "10.0.0.1", List.of(), "peer"), xff("", " , "));
    }

    @Test
    void resolve_peerIsNoAddress_hasNone() {
        assertEquals(
                new Source(null, null, List.of("203.0.113.7"), "peer"),
                resolve("unix:", "X-Forwarded-For", "203.0.113.7"));
        assertNull(SourceResolver.of(TRUSTED, "Forwarded")
                .resolve(null, name -> List.of())
                .ip());
    }

    @Test
    void resolve_peerInLongForm_isCanonical() {
        assertEquals("::1", resolve("0:0:0:0:0:0:0:1", "Forwarded").peer());
        assertEquals(
                "203.0.113.7",
                resolve("::ffff:10.0.0.1", "X-Forwarded-For", "203.0.113.7").ip());
    }

    @Test
    void resolve_severalLines_areJoinedInOrder() {
        Source source = xff("6.6.6.6, 203.0.113.7", "10.0.0.3", "10.0.0.2");
        assertEquals("203.0.113.7", source.ip());
        assertEquals(List.of("6.6.6.6", "203.0.113.7", "10.0.0.3", "10.0.0.2"), source.chain());
    }

    @Test
    void resolve_moreThan20Hops_walksAndKeepsTheRightMost20() {
        String line = "203.0.113.7, " + String.join(", ", Collections.nCopies(20, "10.0.0.2"));
        assertEquals("10.0.0.2", xff(line).ip());
        assertEquals(Collections.nCopies(20, "10.0.0.2"), xff(line).chain());
        String oneLess = "203.0.113.7, " + String.join(", ", Collections.nCopies(19, "10.0.0.2"));
        assertEquals("203.0.113.7", xff(oneLess).ip());
    }

    @Test
    void resolve_otherHeader_isNeverRead() {
        Map<String, List<String>> both =
                Map.of("Forwarded", List.of("for=6.6.6.6"), "X-Forwarded-For", List.of("203.0.113.7"));
        assertEquals(
                "203.0.113.7",
                SourceResolver.of(TRUSTED, "x-forwarded-for")
                        .resolve(PEER, both::get)
                        .ip());
        assertEquals(
                "6.6.6.6",
                SourceResolver.of(TRUSTED, "FORWARDED").resolve(PEER, both::get).ip());
    }

    @Test
    void resolve_longGarbage_isKeptCut() {
        assertEquals(List.of("x".repeat(63) + "…"), xff("x".repeat(65)).chain());
        assertEquals(List.of("x".repeat(64)), xff("x".repeat(64)).chain());
    }

    /** The examples of RFC 7239, 4, 6 and 7.1. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "for=\"_gazonk\" | 10.0.0.1 | _gazonk",
                "For=\"[2001:db8:cafe::17]:4711\" | 2001:db8:cafe::17 | 2001:db8:cafe::17",
                "for=192.0.2.60;proto=http;by=203.0.113.43 | 192.0.2.60 | 192.0.2.60",
                "for=192.0.2.43, for=198.51.100.17 | 198.51.100.17 | 192.0.2.43;198.51.100.17",
                "for=_hidden, for=_SEVKISEK | 10.0.0.1 | _hidden;_SEVKISEK",
                "for=192.0.2.43,for=\"[2001:db8:cafe::17]\",for=unknown | 10.0.0.1"
                        + " | 192.0.2.43;2001:db8:cafe::17;unknown",
                "for=192.0.2.43, for=\"[2001:db8:cafe::17]\" | 2001:db8:cafe::17 | 192.0.2.43;2001:db8:cafe::17",
                "for=\"192.0.2.43:47011\" | 192.0.2.43 | 192.0.2.43",
                "for=\"192.0.2.43:_obf\" | 192.0.2.43 | 192.0.2.43",
                "for=23.45.67.89;host=example.com;by=_a;proto=https;x=\"a,b;c\\\"d\" | 23.45.67.89 | 23.45.67.89",
            })
    void resolve_examplesOfRfc7239_areRead(String line, String ip, String chain) {
        assertEquals(ip, forwarded(line).ip());
        assertEquals(Arrays.asList(chain.split(";")), forwarded(line).chain());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "FOR=203.0.113.7 | 203.0.113.7",
                "proto=https ; fOr=\"203.0.113.7\" ; by=x | 203.0.113.7",
                "for=\"20\\3.0.113.\\7\" | 203.0.113.7",
                "for=[2001:db8::1]:80 | 2001:db8::1",
                ";;for=203.0.113.7;, | 203.0.113.7",
                "for=203.0.113.7, for=10.0.0.2;by=10.0.0.1 | 203.0.113.7",
            })
    void resolve_forwardedInOtherSpelling_isRead(String line, String ip) {
        assertEquals(ip, forwarded(line).ip());
        assertEquals("Forwarded", forwarded(line).rule());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for=",
                "for",
                "=203.0.113.7",
                "for = 203.0.113.7",
                "for=203.0.113.7;for=203.0.113.7",
                "for=\"203.0.113.7",
                "for=203.0.113.7\"",
                "for=\"203.0.113.7\"x",
                "for=\"203.0.113.7\\\"",
                "proto=https",
                "203.0.113.7",
                "f(r=203.0.113.7",
                "for=203.0.113.7 x",
                "for=2001:db8::1",
                "for=\"2001:db8::1\"",
                "for=203.0.113.7;by",
                "for=\"\"",
                "for=\"[203.0.113.7]\"",
                "for=\"[2001:db8::1\"",
                "for=203.0.113.7;x=\"",
                "for=Unknown"
            })
    void resolve_malformedForwarded_isThePeer(String line) {
        assertEquals("10.0.0.1", forwarded(line).ip());
        assertEquals("peer", forwarded(line).rule());
        assertEquals(1, forwarded(line).chain().size());
    }

    @Test
    void resolve_quotationMarkLeftOpenInALineOfTheClient_spoilsThatLineOnly() {
        assertEquals(
                "198.51.100.9",
                forwarded("for=6.6.6.6;x=\"", "for=198.51.100.9").ip());
    }

    @Test
    void of_wrongBlockOrHeader_isRefusedByName() {
        var block = assertThrows(IllegalArgumentException.class, () -> SourceResolver.of(List.of("lb"), "Forwarded"));
        assertEquals(
                "\"lb\" is not an address range. Allowed: an IPv4 or IPv6 address, or a CIDR block such as 10.0.0.0/8 or"
                        + " 2001:db8::/32.",
                block.getMessage());
        var header = assertThrows(IllegalArgumentException.class, () -> SourceResolver.of(List.of(), "X-Real-IP"));
        assertEquals(
                "\"X-Real-IP\" is not a header of proxies. Allowed: X-Forwarded-For or Forwarded.",
                header.getMessage());
    }
}

package dev.auditlog.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 00000000000000000000ffff0a000000, 00000000000000000000ffff0affffff",
        "10.1.2.3/8, 00000000000000000000ffff0a000000, 00000000000000000000ffff0affffff",
        "::ffff:10.0.0.0/104, 00000000000000000000ffff0a000000, 00000000000000000000ffff0affffff",
        "203.0.113.7, 00000000000000000000ffffcb007107, 00000000000000000000ffffcb007107",
        "203.0.113.7/32, 00000000000000000000ffffcb007107, 00000000000000000000ffffcb007107",
        "0.0.0.0/0, 00000000000000000000ffff00000000, 00000000000000000000ffffffffffff",
        "2001:db8::/32, 20010db8000000000000000000000000, 20010db8ffffffffffffffffffffffff",
        "2001:DB8:0:0::1, 20010db8000000000000000000000001, 20010db8000000000000000000000001",
        "::/0, 00000000000000000000000000000000, ffffffffffffffffffffffffffffffff",
        "10.9.0.0/15, 00000000000000000000ffff0a080000, 00000000000000000000ffff0a09ffff"
    })
    void parse_addressOrBlock_givesTheKeysOfItsEnds(String text, String low, String high) {
        assertEquals(new AddressRange(low, high), AddressRange.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/8",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/08",
                "10.0.0.0/-1",
                "10.0.0.0/255.0.0.0",
                "10.0/8",
                "2001:db8::/129",
                "localhost",
                "10.0.*",
                "10.0.0.0-10.0.0.9",
                "*",
                "10.0.0.0/8/8",
                "010.0.0.0/8"
            })
    void parse_whatIsNeither_namesTheTextAndWhatIsAllowed(String text) {
        var thrown = assertThrows(IllegalArgumentException.class, () -> AddressRange.parse(text));
        assertEquals(
                "\"" + text + "\" is not an address range. Allowed: an IPv4 or IPv6 address, or a CIDR block such as"
                        + " 10.0.0.0/8 or 2001:db8::/32.",
                thrown.getMessage());
    }

    @Test
    void key_mappedAddress_isThatOfTheIpv4Address() {
        assertEquals(AddressRange.key("203.0.113.7"), AddressRange.key("::ffff:203.0.113.7"));
        assertEquals(AddressRange.key("203.0.113.7"), AddressRange.key("::ffff:cb00:7107"));
    }

    @Test
    void key_noAddress_isNull() {
        assertNull(AddressRange.key(null));
        assertNull(AddressRange.key(""));
        assertNull(AddressRange.key("unknown"));
        assertNull(AddressRange.key("10.0.0.0/8"));
    }

    @Test
    void contains_keysAroundABlock_takesBothEndsAndNothingElse() {
        AddressRange block = AddressRange.parse("10.0.0.0/8");
        assertFalse(block.contains("00000000000000000000ffff09ffffff"));
        assertTrue(block.contains("00000000000000000000ffff0a000000"));
        assertTrue(block.contains("00000000000000000000ffff0affffff"));
        assertFalse(block.contains("00000000000000000000ffff0b000000"));
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 30, 10.1.2.0/24",
        "10.1.2.3, 32, 10.1.2.3/32",
        "10.1.2.3, 24, 0.0.0.0/0",
        "2001:db8:0:7::1, 12, 2001:db8::/48",
        "2001:db8:0:7::1, 16, 2001:db8:0:7::/64"
    })
    void blockOf_beginningOfAKey_isABlockThatHoldsTheAddress(String address, int digits, String block) {
        String key = AddressRange.key(address);
        assertEquals(block, AddressRange.blockOf(key.substring(0, digits)));
        assertTrue(AddressRange.parse(block).contains(key));
    }
}

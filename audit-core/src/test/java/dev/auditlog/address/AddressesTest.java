package dev.auditlog.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "::, ::",
        "::1, ::1",
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
        "2001:0db8:0000:0000:0000:0000:0000:0001, 2001:db8::1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "::ffff:203.0.113.7, 203.0.113.7",
        "::FFFF:cb00:7107, 203.0.113.7",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
        "fe80::1%eth0, fe80::1",
        "fe80::1%25eth0, fe80::1"
    })
    void canonical_address_isTheOneFormOfRfc5952(String text, String expected) {
        assertEquals(expected, Addresses.canonical(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "unknown",
                "localhost",
                "example.com",
                "010.0.0.1",
                "10.0.0.01",
                "0x7f.0.0.1",
                "0x7f000001",
                "2130706433",
                "127.1",
                "127.0.1",
                "1.2.3.4.5",
                "256.0.0.1",
                "1.2.3",
                "1.2.3.4 ",
                " 1.2.3.4",
                "1.2.3.-4",
                "1.2.3.4/8",
                "1.2.3.*",
                "1-2.2.3.4",
                "1_.2.3.4",
                "10.0.0.1%eth0",
                ":",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "12345::",
                "::g",
                "2001:db8::/32",
                "[::1]",
                "::ffff:010.0.0.1",
                "::1.2.3",
                "::1.2.3.256",
                "1:2:3:4:5:6:7:1.2.3.4",
                "%eth0",
                "ffffffffffffffffffffffffffffffff",
                "0xffff::1",
                "\u0661.2.3.4",
                "\uff11.2.3.4",
                "0000:0000:0000:0000:0000:ffff:255.255.255.2555",
                "4)+k&C#VzJ4br>0wv%Yp"
            })
    void canonical_noAddress_isNull(String text) {
        assertNull(Addresses.canonical(text));
    }
}

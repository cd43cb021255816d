package dev.auditlog.address;

/** What this package says. Codes from 0700 on belong to redact and address. */
final class AddressMessages {

    private AddressMessages() {}

    static String notARange(String found) {
        return "\"" + found + "\" is not an address range. Allowed: " + AddressRange.ALLOWED + ".";
    }

    static String notAHeader(String found) {
        return "\"" + found + "\" is not a header of proxies. Allowed: X-Forwarded-For or Forwarded.";
    }
}

package dev.auditlog.redact;

/** Tells UUIDs (RFC 9562) from what looks like one of their parts: they are names of things, and no secrets. */
final class Uuids {

    private Uuids() {}

    /** Whether the character at this place belongs to a UUID; one without any letter may be a number in groups. */
    static boolean isPart(String text, int at) {
        int start = at;
        while (start > 0 && at - start < 36 && isUuidPart(text.charAt(start - 1))) {
            start--;
        }
        int end = at;
        while (end < text.length() && end - at <= 36 && isUuidPart(text.charAt(end))) {
            end++;
        }
        if (end - start != 36) {
            return false;
        }
        boolean letter = false;
        for (int i = 0; i < 36; i++) {
            char c = text.charAt(start + i);
            if ((i == 8 || i == 13 || i == 18 || i == 23) != (c == '-')) {
                return false;
            }
            letter |= c >= 'a' || c >= 'A' && c <= 'F';
        }
        return letter;
    }

    private static boolean isUuidPart(char c) {
        return c == '-' || c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }
}

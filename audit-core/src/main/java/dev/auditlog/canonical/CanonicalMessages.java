package dev.auditlog.canonical;

/** What this package says about JSON that is no event. */
final class CanonicalMessages {

    private static final int MAX_VALUE = 100;

    private CanonicalMessages() {}

    static String wrong(String member, String found) {
        String cut = found.length() <= MAX_VALUE ? found : found.substring(0, MAX_VALUE) + "…";
        return "The member \"" + member + "\" of the event is \"" + cut
                + "\", which it cannot be. Allowed: what the reference of the event's JSON says.";
    }
}

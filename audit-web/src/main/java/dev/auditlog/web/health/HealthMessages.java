package dev.auditlog.web.health;

/** AUD-0860 to AUD-0869. */
final class HealthMessages {

    private HealthMessages() {}

    static String firstUsersLater(long retrySeconds) {
        return "AUD-0860 The first users of the console cannot be made yet. Tried again every " + retrySeconds
                + " s; check the audit database.";
    }

    static String noThread(String name) {
        return "AUD-0861 " + name + " is not there, so the first users are made at the first sign-in only.";
    }
}

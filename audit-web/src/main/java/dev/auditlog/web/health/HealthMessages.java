package dev.auditlog.web.health;

/** AUD-0860 to AUD-0869. */
final class HealthMessages {

    private HealthMessages() {}

    static String firstUsersLater(long retrySeconds) {
        return "AUD-0860 The first users of the console cannot be made yet. Tried again every " + retrySeconds
                + " s; check the audit database.";
    }

    static String refuses(String chain, String error) {
        return "AUD-0862 " + chain + " refuses calls that must leave an event, since its audit database takes none"
                + (error.isEmpty() ? "" : ": " + error) + ". Check that database and the log of its server.";
    }

    static String failed(String chain, String at, String error) {
        return "AUD-0863 The audit database of " + chain + " failed last at " + at
                + (error.isEmpty() ? "" : ": " + error) + ". Events are recorded; this is told for 5 min.";
    }

    static String spools(String chain, String error) {
        return "AUD-0864 Events of " + chain + " go to its spool, since its audit database takes none"
                + (error.isEmpty() ? "" : ": " + error) + ". They are moved when that is back; check it.";
    }

    static String noThread(String name) {
        return "AUD-0861 " + name + " is not there, so the first users are made at the first sign-in only.";
    }
}

package dev.auditlog.demo;

import java.nio.file.Path;

/** Messages AUD-0900 to AUD-0999. */
final class DemoMessages {

    private DemoMessages() {}

    static DemoException portTaken(int port) {
        return new DemoException(
                "AUD-0901",
                "Port " + port
                        + " of 127.0.0.1 is taken. Stop what listens there, or choose another one by DEMO_HTTP_PORT.");
    }

    static DemoException notAPort(String found) {
        return new DemoException(
                "AUD-0902", "DEMO_HTTP_PORT = \"" + found + "\" is not a port. Allowed: 1 to 65535; default 8080.");
    }

    static DemoException dataInUse(Path data) {
        return new DemoException(
                "AUD-0903",
                "Another demo runs on " + data + ". End it first: a Derby database belongs to one process.");
    }

    static DemoException serverEnded(int exit, Path log) {
        return new DemoException(
                "AUD-0904", "The server ended by itself, exit code " + exit + ". The end of " + log + " says why.");
    }

    static DemoException notReady(long seconds, String address, Path log) {
        return new DemoException(
                "AUD-0905",
                "After " + seconds + " s there is still no answer at " + address + ". The end of " + log
                        + " says why.");
    }

    static DemoException fileMissing(Path file) {
        return new DemoException(
                "AUD-0906", file + " is missing. Build it first: mvn package -DskipTests, in the top folder.");
    }

    static DemoException unknownDatabase(String url) {
        String kind = url.substring(0, Math.min(url.length(), 16));
        return new DemoException(
                "AUD-0907",
                "DEMO_DB_URL starts with \"" + kind
                        + "\". Allowed: jdbc:postgresql:… or jdbc:derby:…; unset, it is Derby.");
    }

    static DemoException notDeployed(String reason, Path log) {
        return new DemoException(
                "AUD-0909", "The server refused an application: " + reason + "\nThe whole of it is in " + log + ".");
    }

    static DemoException databaseAway(Database database, Path log) {
        return new DemoException(
                "AUD-0910",
                "The server runs, but the database does not answer: " + database
                        + ". Start it, or correct DEMO_DB_URL, DEMO_DB_USER and DEMO_DB_PASSWORD. What it answered"
                        + " is in " + log + ".");
    }

    static DemoException commandFailed(String command, int exit, String output) {
        return new DemoException("AUD-0908", "asadmin " + command + " ended with " + exit + ": " + output);
    }
}

package dev.auditlog.demo;

import java.nio.file.Path;

/**
 * A database.
 *
 * @param driver class of the JDBC driver
 * @param url JDBC address
 * @param user who signs in there
 * @param password of that user
 */
public record Database(String driver, String url, String user, String password) {

    static Database of(String url, String user, String password) {
        if (url.startsWith("jdbc:postgresql:")) {
            return new Database("org.postgresql.Driver", url, user, password);
        }
        if (url.startsWith("jdbc:derby:")) {
            return new Database("org.apache.derby.iapi.jdbc.AutoloadedDriver", url, user, password);
        }
        throw DemoMessages.unknownDatabase(url);
    }

    /** Address of the Derby database in the demo's own folder. */
    static String derby(Path data) {
        return "jdbc:derby:" + data.resolve("derby") + ";create=true";
    }

    @Override
    public String toString() {
        return url.startsWith("jdbc:derby:") ? "Derby, in the data folder" : "PostgreSQL, by DEMO_DB_URL";
    }
}

package dev.auditlog.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * What a Payara server is told before it starts. Secrets stay in the environment: the server reads them from there by
 * MicroProfile Config. It has to be before: a command after the start gets the value put in, and then the password
 * stands in the server's own configuration.
 */
final class BootCommands {

    private static final String HTTP = "set configs.config.server-config.network-config.protocols.protocol.%s.http.";
    private static final String POOL = "set resources.jdbc-connection-pool.%s.property.%s=${MPCONFIG=demo.db.%s:%s}";

    /** Asks a connection before each use whether it lives: after the database was restarted the old ones are replaced. */
    private static final String VALIDATED = "--isconnectvalidatereq=true --validationmethod=custom-validation"
            + " --validationclassname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation ";

    /** For the JVM: a server is up in half the CPU time, and slower only later. docs/benchmarks.md has the figures. */
    static final String FIRST_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

    private BootCommands() {}

    /** Before the listeners open: only this machine can connect, and no request is echoed. */
    static List<String> closeListener(String listener) {
        String http = HTTP.formatted(listener);
        return List.of(
                "set configs.config.server-config.network-config.network-listeners.network-listener." + listener
                        + ".address=127.0.0.1",
                http + "trace-enabled=false",
                http + "xpowered-by=false");
    }

    /** Would log the values that it sets, the database's password among them. */
    static String quietBoot() {
        return "set-log-levels fish.payara.boot.runtime.BootCommand=WARNING";
    }

    /** Two pools on one database, as an operator would make them: one for events, one for the order desk. */
    static List<String> dataSources() {
        List<String> commands = new ArrayList<>();
        for (String name : List.of("audit", "sample")) {
            String pool = name + "-pool";
            commands.add("create-jdbc-connection-pool --restype=java.sql.Driver " + VALIDATED + "--driverclassname="
                    + "${MPCONFIG=demo.db.driver:org.apache.derby.iapi.jdbc.AutoloadedDriver} " + pool);
            commands.add(POOL.formatted(pool, "URL", "url", "jdbc:derby:demo-data/derby;create=true"));
            commands.add(POOL.formatted(pool, "user", "user", "audit"));
            commands.add(POOL.formatted(pool, "password", "password", "audit"));
            commands.add("create-jdbc-resource --connectionpoolid=" + pool + " jdbc/" + name);
        }
        return commands;
    }
}

package dev.auditlog.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BootCommandsTest {

    @Test
    void listener_isClosedToOtherMachines() {
        assertEquals(
                "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener"
                        + ".address=127.0.0.1",
                BootCommands.closeListener("http-listener").get(0));
    }

    @Test
    void dataSources_readTheirSecretsFromTheEnvironment() {
        List<String> commands = BootCommands.dataSources();
        assertTrue(commands.contains(
                "set resources.jdbc-connection-pool.audit-pool.property.password=${MPCONFIG=demo.db.password:audit}"));
        assertTrue(commands.contains("create-jdbc-resource --connectionpoolid=sample-pool jdbc/sample"));
    }

    @Test
    void dataSources_everyPool_replacesConnectionsThatTheDatabaseClosed() {
        List<String> pools = BootCommands.dataSources().stream()
                .filter(command -> command.startsWith("create-jdbc-connection-pool "))
                .toList();
        assertEquals(2, pools.size());
        assertTrue(pools.stream().allMatch(pool -> pool.contains(" --isconnectvalidatereq=true ")));
    }
}

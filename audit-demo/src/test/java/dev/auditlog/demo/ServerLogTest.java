package dev.auditlog.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerLogTest {

    @Test
    void refusal_inTheLogOfMicro_endsBeforeTheStackTrace() {
        String log =
                """
                Nov 25, 2026 12:28:09 PM org.glassfish.api.ActionReport failure
                SEVERE: Exception while loading the app
                Nov 25, 2026 12:28:09 PM org.glassfish.deployment.admin.DeployCommand execute
                SEVERE: Exception while loading the app : CDI deployment failure:Exception List:
                Exception 0 : WELD-001409: Ambiguous
                \tat org.example.Deployer.run(Deployer.java:12)
                """;
        assertEquals(
                Optional.of("CDI deployment failure:Exception List:\nException 0 : WELD-001409: Ambiguous"),
                ServerLog.refusal(log));
    }

    @Test
    void refusal_byAWrongKey_isThatMessage() {
        String log =
                """
                SEVERE: Error invoking ServletContainerInitializer dev.auditlog.capture.CaptureInitializer
                dev.auditlog.config.ConfigException: AUD-0102 audit.enabled = "maybe" is not true or false.
                \tat dev.auditlog.config.ConfigReader.read(ConfigReader.java:37)
                SEVERE: Exception while invoking class com.sun.enterprise.web.WebApplication start method
                SEVERE: Exception while loading the app : java.lang.Exception: java.lang.IllegalStateException
                """;
        assertEquals(Optional.of("AUD-0102 audit.enabled = \"maybe\" is not true or false."), ServerLog.refusal(log));
    }

    @Test
    void refusal_inTheLogOfAFullServer_endsWithTheRecord() {
        String log =
                """
                [2026-11-25T12:28:09.000+0000] [Payara 6] [SEVERE] [] [javax.enterprise.system.core] [tid: 1] [[
                  Exception while preparing the app : The lifecycle method is not valid]]

                [2026-11-25T12:28:10.000+0000] [Payara 6] [INFO] [] [x] [[
                  more]]
                """;
        assertEquals(Optional.of("The lifecycle method is not valid"), ServerLog.refusal(log));
    }

    @Test
    void refusal_ofAServerThatSaysNothing_isNone() {
        String healthy =
                "WARNING: AUD-0404 audit.enabled is set twice\nINFO: Loading application [audit] at [/audit]\n";
        assertEquals(Optional.empty(), ServerLog.refusal(healthy));
        assertEquals(Optional.empty(), ServerLog.refusal(Path.of("no-such.log")));
    }
}

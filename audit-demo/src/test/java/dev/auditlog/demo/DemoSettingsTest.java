package dev.auditlog.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoSettingsTest {

    private static final Path DATA = Path.of("data").toAbsolutePath();

    @Test
    void nothingSet_isDerbyOnPort8080_withPasswordsOfItsOwn() {
        DemoSettings settings = read(Map.of());
        assertEquals(8080, settings.port());
        assertEquals(
                "jdbc:derby:" + DATA.resolve("derby") + ";create=true",
                settings.database().url());
        assertEquals(20, settings.consolePassword().length());
        assertNotEquals(settings.consolePassword(), settings.samplePassword());
        assertNotEquals(settings.samplePassword(), read(Map.of()).samplePassword());
    }

    @Test
    void everythingSet_isTaken_andReachesTheServerByItsEnvironment() {
        Map<String, String> set = Map.of(
                "DEMO_CONSOLE_PASSWORD", "c",
                "DEMO_SAMPLE_PASSWORD", "s",
                "DEMO_DB_URL", "jdbc:postgresql://127.0.0.1/audit",
                "DEMO_DB_USER", "u",
                "DEMO_DB_PASSWORD", "p",
                "DEMO_HTTP_PORT", "8181");
        DemoSettings settings = read(set);
        assertEquals("http://127.0.0.1:8181", settings.address());
        assertEquals("org.postgresql.Driver", settings.environment().get("DEMO_DB_DRIVER"));
        set.keySet().stream()
                .filter(name -> !name.equals("DEMO_HTTP_PORT"))
                .forEach(name ->
                        assertEquals(set.get(name), settings.environment().get(inServer(name)), name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "http", "-1"})
    void port_thatIsNone_isRefused(String port) {
        var thrown = assertThrows(DemoException.class, () -> read(Map.of("DEMO_HTTP_PORT", port)));
        assertEquals("AUD-0902", thrown.code());
    }

    @Test
    void database_thatIsUnknown_isRefused_withoutItsPassword() {
        var thrown = assertThrows(
                DemoException.class, () -> read(Map.of("DEMO_DB_URL", "jdbc:mysql://h/x?password=secret")));
        assertEquals(
                "AUD-0907 DEMO_DB_URL starts with \"jdbc:mysql://h/x\". Allowed: jdbc:postgresql:… or jdbc:derby:…;"
                        + " unset, it is Derby.",
                thrown.getMessage());
    }

    private static DemoSettings read(Map<String, String> environment) {
        return DemoSettings.read(Path.of("kit"), DATA, true, environment);
    }

    /** The console reads its password under a name of its own, so that no deployment takes it by accident. */
    private static String inServer(String name) {
        return name.equals("DEMO_CONSOLE_PASSWORD") ? "AUDIT_CONSOLE_DEMO_PASSWORD" : name;
    }
}

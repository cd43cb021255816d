package dev.auditlog.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigSourcesTest {

    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> microProfile = new HashMap<>();
    private final Map<String, String> archive = new HashMap<>();

    private AuditConfig load() {
        return AuditConfig.load(new ConfigSources(properties, environment, microProfile::get, archive), "order-desk");
    }

    @Test
    void find_setInEveryPlace_isTakenInTheDocumentedOrder() {
        properties.put("audit.app.order-desk.node", "n1");
        environment.put("AUDIT_APP_ORDER_DESK_NODE", "n2");
        properties.put("audit.node", "n3");
        environment.put("AUDIT_NODE", "n4");
        microProfile.put("audit.app.order-desk.node", "n5");
        microProfile.put("audit.node", "n6");
        archive.put("audit.node", "n7");
        List<Runnable> removals = List.of(
                () -> properties.remove("audit.app.order-desk.node"),
                () -> environment.remove("AUDIT_APP_ORDER_DESK_NODE"),
                () -> properties.remove("audit.node"),
                () -> environment.remove("AUDIT_NODE"),
                () -> microProfile.remove("audit.app.order-desk.node"),
                () -> microProfile.remove("audit.node"));
        assertEquals("n1", load().node());
        for (int i = 0; i < removals.size(); i++) {
            removals.get(i).run();
            assertEquals("n" + (i + 2), load().node());
        }
    }

    @Test
    void find_keyOfAnotherApplication_isNotTaken() {
        properties.put("audit.app.shop.node", "n1");
        archive.put("audit.node", "n2");
        assertEquals("n2", load().node());
    }

    @Test
    void find_environmentNames_areTriedAsMicroProfileConfigDoes() {
        assertEquals(
                List.of("audit.on-outage", "audit_on_outage", "AUDIT_ON_OUTAGE"),
                ConfigSources.environmentNames("audit.on-outage"));
        environment.put("audit_data_source", "jdbc/a");
        environment.put("AUDIT_DATA_SOURCE", "jdbc/b");
        assertEquals("jdbc/a", load().dataSource());
    }

    @Test
    void find_emptyValue_isTheEmptyListOrNotSet() {
        environment.put("AUDIT_TRUSTED_PROXIES", "");
        environment.put("AUDIT_DATA_SOURCE", " ");
        archive.put("audit.trusted-proxies", "10.0.0.0/8");
        archive.put("audit.data-source", "jdbc/a");
        assertEquals(List.of(), load().trustedProxies());
        assertEquals("jdbc/a", load().dataSource());
    }

    @Test
    void application_setInEveryPlace_isTakenFromTheArchiveOnly() {
        properties.put("audit.application", "a");
        environment.put("AUDIT_APPLICATION", "b");
        microProfile.put("audit.application", "c");
        assertEquals("order-desk", load().application());
        archive.put("audit.application", "desk");
        assertEquals("desk", load().application());
    }

    @Test
    void application_namedByTheArchive_selectsTheKeysOfThatName() {
        archive.put("audit.application", "desk");
        properties.put("audit.app.desk.node", "n1");
        properties.put("audit.app.order-desk.node", "n2");
        assertEquals("n1", load().node());
    }

    @Test
    void node_hostNameInTheEnvironment_isTheDefault() {
        environment.put("HOSTNAME", "pod 7/x");
        assertEquals("pod-7-x", load().node());
    }

    @Test
    void fault_valueFromTheEnvironment_namesTheVariable() {
        environment.put("AUDIT_ENABLED", "1");
        var thrown = assertThrows(ConfigException.class, this::load);
        assertEquals(
                "AUD-0101 audit.enabled = \"1\" is not a flag. Allowed: true or false; default true. Correct the"
                        + " environment variable AUDIT_ENABLED and redeploy.",
                thrown.getMessage());
    }
}

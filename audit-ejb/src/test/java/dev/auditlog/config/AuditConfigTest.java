package dev.auditlog.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.Guarantee;
import dev.auditlog.Outcomes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditConfigTest {

    private static AuditConfig with(String key, String value) {
        return AuditConfig.of(Map.of(key, value), "shop");
    }

    private static ConfigException refusal(String key, String value) {
        return assertThrows(ConfigException.class, () -> with(key, value));
    }

    @Test
    void load_nothingSet_givesTheDefaults() {
        AuditConfig config = AuditConfig.of(Map.of(), "shop");
        assertEquals("shop", config.application());
        assertTrue(ValueTypes.NAME.matcher(config.node()).matches(), config.node());
        assertTrue(config.enabled());
        assertEquals("jdbc/audit", config.dataSource());
        assertEquals(Outcomes.SUCCESS, config.captureOutcomes());
        assertEquals(Guarantee.BEFORE_RESPONSE, config.captureGuarantee());
        assertEquals(List.of(), config.captureInclude());
        assertEquals(List.of(), config.captureExclude());
        assertEquals(65536, config.requestBodyMaxSizeBytes());
        assertEquals(List.of(), config.trustedProxies());
        assertEquals("X-Forwarded-For", config.proxyHeader());
        assertEquals(OnOutage.REFUSE, config.onOutage());
        assertNull(config.spoolDirectory());
        assertEquals(1L << 30, config.spoolMaxSizeBytes());
        assertEquals(Duration.ofSeconds(5), config.recordTimeout());
        assertEquals("jdbc/audit", config.atomicDataSource());
        assertEquals(List.of(), config.redactNames());
        assertEquals(List.of(), config.actorRoles());
        assertNull(config.groupRolePrefix());
        assertNull(config.groupClaim());
    }

    @Test
    void officeHours_areHoursOfTheWeek_andAnythingElseIsRefusedWithWhatIsAllowed() {
        String key = "audit.console.office-hours";
        assertEquals(
                List.of("mon-thu/8-17@Europe/Berlin", "fri/8-14"),
                with(key, "mon-thu/8-17@Europe/Berlin , fri/8-14").consoleOfficeHours());
        for (String wrong : List.of(
                "9 to 5", "mon-fri/08:00-25:00", "8-18,", "8-18@Berlin", "8-18," + "8-18,".repeat(13) + "8-18")) {
            assertEquals("AUD-0117", refusal(key, wrong).code(), wrong);
        }
        assertEquals(
                "AUD-0117 audit.console.office-hours = \"9 to 5\" is not a list of hours of the week. Allowed: hours such as"
                        + " mon-fri/08:00-18:00 or mon-thu/08-17,fri/08-14, at most 14 with commas between; after each a zone"
                        + " such as @Europe/Berlin if it is always that one's clock; default mon-fri/08:00-18:00. Correct"
                        + " audit.console.office-hours in META-INF/audit.properties and redeploy.",
                refusal(key, "9 to 5").getMessage());
    }

    @Test
    void load_nothingSet_givesTheDefaultsOfTheConsole() {
        AuditConfig config = AuditConfig.of(Map.of(), "audit");
        assertEquals(ConsoleUsers.DATABASE, config.consoleUsers());
        assertEquals(Duration.ofMinutes(15), config.consoleSessionTimeout());
        assertEquals(4, config.consoleMaxQueries());
        assertEquals(Duration.ofSeconds(4), config.consoleQueryTimeout());
        assertEquals(List.of("mon-fri/08:00-18:00"), config.consoleOfficeHours());
        assertTrue(config.schemaApply());
    }

    @Test
    void load_answerTimeThatLeavesNoTimeToCancelAQuery_isRefused() {
        assertEquals(Duration.ofSeconds(15), AuditConfig.of(Map.of(), "shop").recordAnswerTimeout());
        assertEquals(Duration.ofSeconds(35), of("35s", "30s").recordAnswerTimeout());
        ConfigException thrown = assertThrows(ConfigException.class, () -> of("34s", "30s"));
        assertEquals(
                "audit.record.answer-timeout = 34000ms leaves no time to cancel a query of 30000ms"
                        + " (audit.console.query-timeout). Allowed: 35000ms and more. Raise the one or lower the other,"
                        + " and redeploy.",
                thrown.faults().get(0).message());
        assertEquals("AUD-0116", thrown.code());
    }

    private static AuditConfig of(String answer, String query) {
        return AuditConfig.of(
                Map.of("audit.record.answer-timeout", answer, "audit.console.query-timeout", query), "shop");
    }

    @Test
    void load_valuesInAnyCaseWithBlanks_areRead() {
        assertEquals(Outcomes.ALL, with("audit.capture.outcomes", " all ").captureOutcomes());
        assertEquals("Forwarded", with("audit.proxy-header", "forwarded").proxyHeader());
        assertEquals(
                ConsoleUsers.CONTAINER, with("audit.console.users", "container").consoleUsers());
        assertFalse(with("audit.enabled", "FALSE").enabled());
        assertEquals(
                List.of("/api/*", "/x"),
                with("audit.capture.include", "/api/* , ,/x").captureInclude());
        assertEquals(
                1048576, with("audit.capture.request-body.max-size", "1MiB").requestBodyMaxSizeBytes());
        assertEquals(0, with("audit.capture.request-body.max-size", "0").requestBodyMaxSizeBytes());
        assertEquals(16L << 20, with("audit.spool.max-size", "16 MiB").spoolMaxSizeBytes());
        assertEquals(20L << 30, with("audit.spool.max-size", "20GiB").spoolMaxSizeBytes());
        assertEquals(1L << 40, with("audit.spool.max-size", "1099511627776").spoolMaxSizeBytes());
        assertEquals(
                Duration.ofMillis(250), with("audit.record.timeout", "250 ms").recordTimeout());
        assertEquals(Guarantee.ATOMIC, with("audit.capture.guarantee", "atomic").captureGuarantee());
        assertEquals(
                "jdbc/orders", with("audit.atomic.data-source", "jdbc/orders").atomicDataSource());
        assertEquals("group:", with("audit.group.role-prefix", "group:").groupRolePrefix());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "audit.enabled | yes | AUD-0101 | is not a flag. Allowed: true or false; default true.",
                "audit.capture.outcomes | NONE | AUD-0102"
                        + " | is not one of the values. Allowed: SUCCESS or ALL; default SUCCESS.",
                "audit.capture.outcomes | DEFAULT | AUD-0102"
                        + " | is not one of the values. Allowed: SUCCESS or ALL; default SUCCESS.",
                "audit.on-outage | drop | AUD-0102"
                        + " | is not one of the values. Allowed: REFUSE or SPOOL; default REFUSE.",
                "audit.capture.guarantee | DEFAULT | AUD-0102"
                        + " | is not one of the values. Allowed: ATOMIC or BEFORE_RESPONSE or BEST_EFFORT;"
                        + " default BEFORE_RESPONSE.",
                "audit.record.timeout | 5 | AUD-0103"
                        + " | is not a duration. Allowed: 100ms to 10m, with ms, s, m or h; default 5s.",
                "audit.record.timeout | 11m | AUD-0103"
                        + " | is not a duration. Allowed: 100ms to 10m, with ms, s, m or h; default 5s.",
                "audit.capture.request-body.max-size | 2MiB | AUD-0104"
                        + " | is not a size. Allowed: 0 to 1MiB, in bytes or with KiB or MiB; default 64KiB.",
                "audit.capture.request-body.max-size | 999999999999MiB | AUD-0104"
                        + " | is not a size. Allowed: 0 to 1MiB, in bytes or with KiB or MiB; default 64KiB.",
                "audit.spool.max-size | 15MiB | AUD-0104 | is not a size. Allowed: 16MiB to 1TiB, in bytes or with KiB, MiB,"
                        + " GiB or TiB; default 1GiB.",
                "audit.spool.max-size | 999999999999999TiB | AUD-0104 | is not a size. Allowed: 16MiB to 1TiB, in bytes or"
                        + " with KiB, MiB, GiB or TiB; default 1GiB.",
                "audit.console.max-queries | 0 | AUD-0105 | is not a number. Allowed: 1 to 100; default 4.",
                "audit.console.max-queries | four | AUD-0105 | is not a number. Allowed: 1 to 100; default 4.",
                "audit.node | a b | AUD-0106 | is not a name. Allowed: A-Z a-z 0-9 . _ - and at most 64 characters;"
                        + " default the host's name.",
                "audit.application | a@b | AUD-0106 | is not a name. Allowed: A-Z a-z 0-9 . _ - and at most 64"
                        + " characters; default the deployment's name.",
                "audit.capture.include | /a*b | AUD-0107 | is not a list of paths. Allowed: paths that begin with / and"
                        + " may end in /*, with commas between; default empty.",
                "audit.capture.include | api/* | AUD-0107 | is not a list of paths. Allowed: paths that begin with / and"
                        + " may end in /*, with commas between; default empty.",
                "audit.trusted-proxies | 10.0.0.0/8, proxy.local | AUD-0108 | is not a list of addresses. Allowed: IPv4 or"
                        + " IPv6 addresses and CIDR blocks such as 10.0.0.0/8, with commas between; default empty.",
                "audit.proxy-header | X-Real-IP | AUD-0102"
                        + " | is not one of the values. Allowed: X-Forwarded-For or Forwarded; default X-Forwarded-For.",
            })
    void load_wrongValue_namesKeyValueAllowedDefaultAndNextStep(
            String key, String value, String code, String expected) {
        ConfigException thrown = refusal(key, value);
        assertEquals(code, thrown.code());
        assertEquals(
                code + " " + key + " = \"" + value + "\" " + expected + " Correct " + key
                        + " in META-INF/audit.properties and redeploy.",
                thrown.getMessage());
    }

    @Test
    void load_severalWrongValues_namesAllAtOnce() {
        var values = Map.of("audit.enabled", "on", "audit.record.timeout", "soon", "audit.application", "a b");
        var thrown = assertThrows(ConfigException.class, () -> AuditConfig.of(values, "shop"));
        assertEquals("AUD-0100", thrown.code());
        assertEquals(
                List.of("audit.application", "audit.enabled", "audit.record.timeout"),
                thrown.faults().stream().map(ConfigFault::key).toList());
        assertTrue(thrown.getMessage().startsWith("AUD-0100 3 keys of the configuration are wrong:\nAUD-0106 "));
    }

    @Test
    void load_valueWithLineBreaksAndTooLong_isPrintedOnOneShortLine() {
        ConfigException thrown = refusal("audit.enabled", "a\nb" + "x".repeat(500));
        assertEquals("a?b" + "x".repeat(197) + "…", thrown.faults().get(0).value());
        assertFalse(thrown.getMessage().contains("\n"));
    }

    @Test
    void load_deploymentNameWithOtherCharacters_isMadeToFit() {
        assertEquals("my-shop--1.0-", AuditConfig.of(Map.of(), "my shop (1.0)").application());
        assertEquals(64, AuditConfig.of(Map.of(), "x".repeat(99)).application().length());
        assertEquals("-", AuditConfig.of(Map.of(), "").application());
    }

    @ParameterizedTest
    @CsvSource({
        "/api, true",
        "/api/, true",
        "/api/orders/42, true",
        "/apix, false",
        "/, false",
        "/one, true",
        "/one/two, false",
        "/api/health, false",
        "/api/health/live, false",
        "/api/healthy, true"
    })
    void captures_includedAndExcludedPaths_isDecidedByWholeSegments(String path, boolean expected) {
        AuditConfig config = AuditConfig.of(
                Map.of("audit.capture.include", "/api/*,/one", "audit.capture.exclude", "/api/health/*"), "shop");
        assertEquals(expected, config.captures(path));
    }

    @Test
    void captures_slashStar_takesEveryPath() {
        AuditConfig config = with("audit.capture.include", "/*");
        assertTrue(config.captures("/"));
        assertTrue(config.captures("/a/b"));
    }
}

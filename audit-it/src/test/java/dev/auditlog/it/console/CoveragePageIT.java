package dev.auditlog.it.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.it.ConsoleServer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The page of coverage, in a browser, with what applications would have told. */
class CoveragePageIT {

    private static final String AUDITED = "\"grounds\":\"ANNOTATED\",\"activity\":\"CREATE\",\"outcomes\":\"ALL\","
            + "\"data\":\"REQUEST\",\"guarantee\":\"BEFORE_RESPONSE\",\"operation\":\"";

    @BeforeEach
    void told() {
        ConsoleServer.recorder("audit@" + ConsoleServer.ownNode()); // makes the tables
        forget();
        tell(
                "desk",
                "host-1",
                method("OrderResource", "create", "POST", "/api/orders", AUDITED + "Order.create\""),
                method("OrderResource", "delete", "DELETE", "/api/orders/{id}", "\"grounds\":\"NOT_ANNOTATED\""),
                method("OrderResource", "list", "GET", "/api/orders", "\"grounds\":\"NOT_ANNOTATED\""),
                method(
                        "PingResource",
                        "ping",
                        "GET",
                        "/api/ping",
                        "\"grounds\":\"NOT_AUDITED\",\"reason\":\"<script>alert(1)</script> asked every second\""));
        tell("shop", "host-2", method("CartResource", "buy", "POST", "/cart", AUDITED + "Cart.buy\""));
    }

    @AfterAll
    static void forget() {
        ConsoleServer.change("delete from audit_coverage where application in ('desk', 'shop')");
    }

    private static String method(String type, String name, String verb, String path, String more) {
        return "{\"type\":\"com.acme." + type + "\",\"method\":\"" + name + "\",\"verb\":\"" + verb + "\",\"path\":\""
                + path + "\"," + more + "}";
    }

    private static void tell(String application, String node, String... methods) {
        ConsoleServer.change(
                "insert into audit_coverage (id, application, node, module, told_us, digest, methods) values ('"
                        + application + "@" + node + "', '" + application + "', '" + node + "', '/" + application
                        + "', "
                        + Instant.parse("2026-11-25T10:00:00Z").toEpochMilli() * 1_000 + ", '1', '["
                        + String.join(",", methods) + "]')");
    }

    private static Browser signedIn(String path) {
        Browser browser = new Browser(ConsoleServer.console()).open(path);
        browser.signIn("auditor", ConsoleServer.password());
        return browser;
    }

    private static List<String> methods(Browser browser) {
        return browser.all("#methods tbody tr").stream()
                .map(row -> row.getAttribute("data-method"))
                .toList();
    }

    private static String row(Browser browser, String method) {
        return browser.driver()
                .findElement(By.cssSelector("tr[data-method='" + method + "']"))
                .getText()
                .replaceAll("\\s+", " ");
    }

    @Test
    void page_sumsUpEachApplication_andHasEachMethod() {
        try (Browser browser = signedIn("coverage")) {
            assertEquals("coverage", browser.at());
            assertEquals(
                    List.of(
                            "desk OrderResource.create",
                            "desk OrderResource.delete",
                            "desk OrderResource.list",
                            "desk PingResource.ping",
                            "shop CartResource.buy"),
                    methods(browser).stream()
                            .filter(m -> m.startsWith("desk ") || m.startsWith("shop "))
                            .toList());
            assertEquals(
                    "1 of 4 methods audited, 1 mutator not",
                    browser.driver()
                            .findElement(By.cssSelector("tr[data-module='desk/desk'] .extent"))
                            .getText());
            assertEquals(
                    "POST /desk/api/orders OrderResource.create desk ● Audited by annotation Order.create"
                            + " Create · all outcomes · with request data · durable before the response",
                    row(browser, "desk OrderResource.create"));
            assertEquals(
                    "DELETE /desk/api/orders/{id} OrderResource.delete desk ▲ Not audited"
                            + " not annotated: @Audited or @NotAudited decides –",
                    row(browser, "desk OrderResource.delete"));
            assertTrue(
                    row(browser, "desk PingResource.ping")
                            .contains("○ Left out <script>alert(1)</script> asked every second"),
                    row(browser, "desk PingResource.ping"));
            assertEquals(List.of(), browser.harm());
        }
    }

    @Test
    void consoleItself_hasToldItsOwnMethods() {
        try (Browser browser = signedIn("coverage?application=audit")) {
            assertTrue(row(browser, "audit EventResource.search").contains("● Audited"), browser.pageText());
            assertTrue(
                    row(browser, "audit StatusResource.status").contains("Asked every few seconds by machines"),
                    browser.pageText());
        }
    }

    @Test
    void filters_standInTheAddress_whichALinkKeepsOverTheSignIn() {
        try (Browser browser = signedIn("coverage?application=desk&show=mutators")) {
            assertEquals("coverage?application=desk&show=mutators", browser.at());
            assertEquals(List.of("desk OrderResource.delete"), methods(browser));
            assertEquals("1 of 4 methods", browser.text("coverageCount"));
            browser.click("show-all");
            assertEquals("coverage?application=desk", browser.at());
            browser.find("coverageQuery").sendKeys("order get");
            browser.click("coverageFind");
            assertEquals("coverage?q=order+get&application=desk", browser.at());
            assertEquals(List.of("desk OrderResource.list"), methods(browser));
            browser.find("coverageQuery").clear();
            browser.find("coverageQuery").sendKeys("<script>alert(1)</script> nothing");
            browser.click("coverageFind");
            assertEquals(
                    "No method matches",
                    browser.find("none").findElement(By.tagName("strong")).getText());
            assertEquals(List.of(), browser.harm());
            browser.click("clear");
            assertEquals("coverage", browser.at());
        }
    }

    @Test
    void operation_leadsToItsEvents_andTheNavigationBack() {
        try (Browser browser = signedIn("coverage?application=shop")) {
            browser.follow(() -> browser.driver()
                    .findElement(By.cssSelector("#methods td.events a"))
                    .click());
            assertEquals("events?q=application:shop+operation:Cart.buy&from=-30d", browser.at());
            browser.click("navCoverage");
            assertEquals("coverage", browser.at());
            assertEquals("page", browser.find("navCoverage").getAttribute("aria-current"));
        }
    }

    @Test
    void opening_leavesOneEvent() {
        int before = ConsoleServer.events("operation = 'Console.coverage'").size();
        try (Browser browser = signedIn("coverage")) {
            assertEquals(
                    "Coverage",
                    browser.find("content").findElement(By.tagName("h1")).getText());
        }
        assertEquals(
                before + 1,
                ConsoleServer.events("operation = 'Console.coverage'").size());
    }
}

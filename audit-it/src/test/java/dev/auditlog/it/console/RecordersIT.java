package dev.auditlog.it.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.it.ConsoleServer;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page of the recorders, in a browser, with recorders that other processes would have left in the database. */
class RecordersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String RIGHTS =
            "AUD-0416 The audit database''s user \"shop_audit\" was granted rights to change or"
                    + " delete events. Mend it: revoke update, delete on audit_event from \"shop_audit\";";
    private static final String SILENT =
            "{\"accepting\":true,\"perMinute\":12345,\"written\":1234567,\"waited\":21,\"refused\":32,\"lost\":43,"
                    + "\"spooled\":54,\"repaired\":0,\"queued\":65,\"queuedBytes\":66560,\"batch\":12.5,"
                    + "\"commitP50Micros\":812,\"commitP99Micros\":4321,\"commitMaxMicros\":1500000,"
                    + "\"lastError\":\"SQLSTATE 08006 (away) <script>alert(1)</script>\",\"lastErrorAt\":\"2026-11-25T10:00:00Z\"}";
    private static final String WEAK =
            "{\"accepting\":true,\"written\":7,\"concerns\":[\"" + RIGHTS.replace("\"", "\\\"")
                    + "\"],\"outbox\":{\"open\":1,\"waiting\":12,\"moved\":4,\"aside\":2,\"movedAt\":\"2026-11-25T10:00:00Z\"}}";

    @BeforeEach
    void otherRecorders() {
        ConsoleServer.recorder("audit@" + node()); // makes the tables
        removeThem();
        seed("desk", "host-1", -3_600, "null", SILENT);
        seed("shop", "host-2", 3_600, "null", WEAK); // speaks in an hour: lives until then
        seed("old", "host-9", -7_200, "1", "{\"accepting\":false,\"written\":99}");
    }

    @AfterAll
    static void removeThem() {
        ConsoleServer.change("delete from audit_recorder where application in ('desk', 'shop', 'old')");
    }

    private static void seed(String application, String node, long beatSeconds, String stopped, String figures) {
        long beatUs = Instant.now().plusSeconds(beatSeconds).toEpochMilli() * 1_000;
        ConsoleServer.change("insert into audit_recorder"
                + " (chain, application, node, started_us, beat_us, stopped_us, figures) values ('" + application + "@"
                + node + "', '" + application + "', '" + node + "', " + (beatUs - 9_000_000_000L) + ", " + beatUs + ", "
                + stopped + ", '" + figures + "')");
    }

    private static String node() {
        return ConsoleServer.ownNode();
    }

    private static Browser signedIn() {
        Browser browser = new Browser(ConsoleServer.console()).open("recorders");
        browser.signIn("auditor", ConsoleServer.password());
        return browser;
    }

    private static WebElement group(Browser browser, String chain) {
        return browser.driver().findElement(By.cssSelector("tbody[data-chain='" + chain + "']"));
    }

    private static String cell(Browser browser, String chain, String style) {
        return group(browser, chain).findElement(By.cssSelector("td." + style)).getText();
    }

    private static String tag(Browser browser, String chain) {
        return group(browser, chain).findElement(By.className("tag")).getText().replaceAll("\\s+", " ");
    }

    private static void await(Browser browser, String chain, String style, String text) {
        new WebDriverWait(browser.driver(), PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .until(d -> cell(browser, chain, style).equals(text));
    }

    @Test
    void recorders_areThereWithTheFiguresOfTheApi_thoseThatAreSilentFirst() {
        try (Browser browser = signedIn()) {
            assertEquals("recorders", browser.at());
            List<String> chains = browser.all("#recorders tbody").stream()
                    .map(group -> group.getAttribute("data-chain"))
                    .toList();
            assertEquals("desk@host-1", chains.get(0), chains::toString);
            assertEquals("old@host-9", chains.get(4), chains::toString);
            assertEquals(
                    Set.of("audit@" + node(), "behind@" + node(), "shop@host-2"), Set.copyOf(chains.subList(1, 4)));
            assertEquals("▲ Silent", tag(browser, "desk@host-1"));
            assertEquals("! Degraded", tag(browser, "shop@host-2"));
            assertEquals("■ Stopped", tag(browser, "old@host-9"));
            assertEquals(
                    "▲ Gone silent: 1. The process died, hangs, or does not reach the audit database.",
                    browser.text("silent"));
            JsonObject api = ConsoleServer.recorder("desk@host-1");
            assertEquals("SILENT", api.getString("life"));
            for (String key : List.of("written", "waited", "refused", "lost", "spooled", "queued")) {
                String shown = cell(browser, "desk@host-1", key);
                assertEquals(String.format(Locale.ENGLISH, "%,d", api.getInt(key)), shown, key);
            }
            assertEquals("–", cell(browser, "desk@host-1", "perMinute"), "that was another minute");
            assertEquals("1,234,567", cell(browser, "desk@host-1", "written"));
            assertEquals("12.5", cell(browser, "desk@host-1", "batch"));
            assertEquals("812 µs", cell(browser, "desk@host-1", "commitP50Micros"));
            assertEquals("4.3 ms", cell(browser, "desk@host-1", "commitP99Micros"));
            assertEquals("1.50 s", cell(browser, "desk@host-1", "commitMaxMicros"));
            String beat = cell(browser, "desk@host-1", "beat");
            assertTrue(beat.startsWith("1 h ago"), beat);
            assertEquals(
                    api.getString("beatAt"),
                    group(browser, "desk@host-1")
                            .findElement(By.cssSelector("td.beat time"))
                            .getAttribute("datetime"));
            assertEquals(List.of(), browser.harm());
        }
    }

    @Test
    void notes_tellWhatMends_andTheLastError_andRunNothing() {
        try (Browser browser = signedIn()) {
            String weak = group(browser, "shop@host-2").getText();
            assertTrue(weak.contains("revoke update, delete on audit_event from \"shop_audit\";"), weak);
            assertTrue(weak.contains("12 waiting, 4 moved, 2 set aside; last moved: 25 Nov 10:00:00.000"), weak);
            String silent = group(browser, "desk@host-1").getText();
            assertTrue(silent.contains("SQLSTATE 08006 (away) <script>alert(1)</script>"), silent);
            assertEquals(List.of(), browser.harm());
        }
    }

    @Test
    void page_refreshesByItself_keepsTheFocus_andLeavesOneEventForTheOpening() {
        int before = opened();
        try (Browser browser = signedIn()) {
            WebElement link = group(browser, "shop@host-2").findElement(By.tagName("a"));
            String id = link.getAttribute("id");
            browser.driver().executeScript("document.getElementById('" + id + "').focus()");
            ConsoleServer.change(
                    "update audit_recorder set figures = '{\"written\":4711}' where chain = 'shop@host-2'");
            await(browser, "shop@host-2", "written", "4,711");
            assertEquals("● Live", tag(browser, "shop@host-2"));
            assertEquals(id, browser.driver().switchTo().activeElement().getAttribute("id"));
            assertEquals(List.of(), browser.harm());
            assertEquals(before + 1, opened());
            browser.driver().switchTo().activeElement().click();
            assertTrue(browser.at().startsWith("events?q=application:shop+node:host-2"), browser.at());
        }
    }

    private static int opened() {
        return ConsoleServer.events("operation = 'Console.recorders'").size();
    }

    @Test
    void concern_isSaidInTheReadersLanguage() {
        try (Browser browser = signedIn()) {
            browser.language("de");
            browser.open("recorders");
            assertEquals(
                    "AUD-0416 Der Benutzer „shop_audit“ der Auditdatenbank hat Rechte, Ereignisse zu ändern oder zu löschen."
                            + " Abhilfe: revoke update, delete on audit_event from \"shop_audit\";",
                    browser.texts("#board .concern dd").get(0));
        }
    }

    @Test
    void pause_stopsTheRefreshing_untilItIsTakenBack() {
        try (Browser browser = signedIn()) {
            browser.press("pause");
            assertEquals("true", browser.find("pause").getAttribute("aria-pressed"));
            assertFalse((Boolean) browser.driver().executeScript("return PrimeFaces.widgets.recordersPoll.isActive()"));
            ConsoleServer.change(
                    "update audit_recorder set figures = '{\"written\":4712}' where chain = 'shop@host-2'");
            browser.press("pause");
            await(browser, "shop@host-2", "written", "4,712");
        }
    }

    @Test
    void textThatIsSelected_isNotTakenAway() {
        try (Browser browser = signedIn()) {
            String active = "return PrimeFaces.widgets.recordersPoll.isActive()";
            browser.driver()
                    .executeScript("getSelection().selectAllChildren(document.querySelector('#board .concern dd'))");
            new WebDriverWait(browser.driver(), PATIENCE)
                    .until(d -> !(Boolean) browser.driver().executeScript(active));
            browser.driver().executeScript("getSelection().removeAllRanges()");
            new WebDriverWait(browser.driver(), PATIENCE)
                    .until(d -> (Boolean) browser.driver().executeScript(active));
        }
    }

    @Test
    void page_isPicturedForTheDocs_whenAskedFor() {
        Path images = Boolean.getBoolean("screenshots.write") && "derby".equals(System.getProperty("it.database"))
                ? Path.of("../docs/images")
                : Path.of("target", "recorders");
        try (Browser browser = signedIn()) {
            browser.size(1280, 620);
            String plain = SILENT.replace(" <script>alert(1)</script>", "");
            ConsoleServer.change("update audit_recorder set figures = '" + plain + "' where application = 'desk'");
            browser.open("recorders").write(images.resolve("recorders.png"));
        }
    }
}

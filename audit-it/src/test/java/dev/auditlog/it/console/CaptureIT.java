package dev.auditlog.it.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.it.ConsoleServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The state of recording on every page, with recorders that other processes would have left in the database. */
class CaptureIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @BeforeEach
    void noOthers() {
        ConsoleServer.recorder("audit@" + ConsoleServer.ownNode()); // makes the tables
        removeThem();
    }

    @AfterEach
    void removeThem() {
        ConsoleServer.change("delete from audit_recorder where application in ('desk', 'shop')");
    }

    /** One that lives for an hour. */
    private static void seed(String application, String figures) {
        long beatUs = Instant.now().plusSeconds(3_600).toEpochMilli() * 1_000;
        ConsoleServer.change("insert into audit_recorder"
                + " (chain, application, node, started_us, beat_us, stopped_us, figures) values ('" + application
                + "@host-1', '" + application + "', 'host-1', " + (beatUs - 9_000_000_000L) + ", " + beatUs
                + ", null, '" + figures + "')");
    }

    private static Browser signedIn(String path) {
        Browser browser = new Browser(ConsoleServer.console()).open(path);
        browser.signIn("auditor", ConsoleServer.password());
        return browser;
    }

    /** The page is opened again until the pill's words say so: what was read counts for some seconds. */
    private static void openUntil(Browser browser, String path, String words) {
        new WebDriverWait(browser.driver(), PATIENCE)
                .until(d -> title(browser.open(path)).contains(words));
    }

    /** What a reader sees, on one line. */
    private static String words(Browser browser, String id) {
        return browser.text(id).replaceAll("\\s+", " ");
    }

    private static String title(Browser browser) {
        return browser.find("state").getAttribute("title");
    }

    @Test
    void pill_onEveryPage_tellsTheRateOfAllThatLive_andLeadsToTheRecorders() {
        seed("desk", "{\"accepting\":true,\"perMinute\":1000000,\"queued\":7,\"lost\":3}");
        try (Browser browser = signedIn("events")) {
            boolean well = ConsoleServer.health().equals("UP");
            for (String path : List.of("events", "recorders", "events?q=nonsense:1")) {
                openUntil(browser, path, " wait in queues, 3 lost, 0 wait in spools; 3 recorders");
                String pill = browser.find("state").findElement(By.tagName("b")).getText();
                assertTrue(pill.matches("1,000,\\d\\d\\d/min"), pill);
                assertTrue(words(browser, "state").startsWith(well ? "Recording" : "Degraded"));
                assertEquals(
                        "state " + (well ? "ok" : "weak"), browser.find("state").getAttribute("class"));
                assertEquals(0, browser.all("#alarm").size());
            }
            browser.click("state");
            assertEquals("recorders", browser.at());
            assertEquals(List.of(), browser.harm());
        }
    }

    @Test
    void pill_isAmberWhereARecorderIsDegraded_andNamesIt() {
        seed("desk", "{\"accepting\":true,\"concerns\":[\"AUD-0416 rights\"]}");
        try (Browser browser = signedIn("events")) {
            openUntil(browser, "events", "desk on host-1");
            assertTrue(words(browser, "state").startsWith("Degraded"), words(browser, "state"));
            assertEquals("state weak", browser.find("state").getAttribute("class"));
            assertEquals(0, browser.all("#alarm").size());
        }
    }

    @Test
    void banner_saysThatEventsAreLost_orCallsRefused_onAPageThatIsOpenToo() {
        try (Browser browser = signedIn("events?q=outcome:DENIED")) {
            openUntil(browser, "events?q=outcome:DENIED", "; 2 recorders");
            assertEquals(0, browser.all("#alarm").size());
            seed("desk", "{\"accepting\":true,\"lost\":12,\"lostAt\":\"" + Instant.now() + "\"}");
            new WebDriverWait(browser.driver(), PATIENCE)
                    .until(d -> !browser.all("#alarm").isEmpty());
            assertTrue(words(browser, "state").startsWith("Losing events"), words(browser, "state"));
            assertTrue(
                    words(browser, "alarm").startsWith("Recording loses events. desk on host-1 gave up events"),
                    words(browser, "alarm"));
            seed("shop", "{\"accepting\":false,\"lastError\":\"SQLSTATE 08006 <script>alert(1)</script>\"}");
            openUntil(browser, "events", "shop on host-1");
            assertEquals("state bad", browser.find("state").getAttribute("class"));
            assertTrue(
                    words(browser, "alarm").startsWith("Recording refuses. shop on host-1 cannot make"),
                    words(browser, "alarm"));
            assertTrue(words(browser, "alarm").contains("SQLSTATE 08006 <script>alert(1)</script>"));
            assertEquals(List.of(), browser.harm());
        }
    }
}

package dev.auditlog.it.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.it.ConsoleServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A list that tells of new events, in a browser. */
class LiveIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String SEARCHES = "events?q=operation:EventResource.search";
    private static final String POLLS =
            "return performance.getEntriesByType('resource').filter(e => e.name.includes('/api/live')).length";
    private static final String LONGER_THAN_TWO_POLLS = "setTimeout(arguments[0], 6000)";

    @BeforeEach
    void makeTables() {
        ConsoleServer.search("actor:nobody");
    }

    private static Browser signedIn(String path) {
        Browser browser = new Browser(ConsoleServer.console()).open(path);
        browser.signIn("exporter", ConsoleServer.password());
        return browser;
    }

    private static void until(Browser browser, String id, String text) {
        new WebDriverWait(browser.driver(), PATIENCE)
                .withMessage(() -> id + " says " + browser.text(id) + ", not " + text)
                .until(d -> browser.text(id).equals(text));
    }

    private static long polls(Browser browser) {
        return (Long) browser.driver().executeScript(POLLS);
    }

    private static void untilPolls(Browser browser, long count) {
        new WebDriverWait(browser.driver(), PATIENCE).until(d -> polls(browser) >= count);
    }

    private static int rows(Browser browser) {
        return browser.all("#events tbody tr").size();
    }

    @Test
    void list_isToldOfNewEvents_staysAsItIs_andShowsThemWhenItIsAskedTo() {
        try (Browser browser = signedIn(SEARCHES + "+reason:*")) {
            browser.open("events?q=operation:EventResource.search&from=-5m");
            browser.click("live");
            assertEquals("events?q=operation:EventResource.search&from=-5m&live=true", browser.at());
            List<String> before = browser.texts("#events tbody td.t");
            int own = ConsoleServer.events("operation = 'Console.search'").size();
            assertFalse(browser.find("fresh").isDisplayed());
            ConsoleServer.search("actor:nobody");
            until(browser, "fresh", "1 new event");
            ConsoleServer.search("actor:nobody");
            ConsoleServer.search("outcome:DENIED");
            until(browser, "fresh", "3 new events");
            assertEquals(before, browser.texts("#events tbody td.t"));
            assertTrue(
                    browser.driver().getTitle().startsWith("(3) "),
                    browser.driver().getTitle());
            assertEquals(
                    "1 new event",
                    browser.find("liveSaid").getAttribute("textContent"),
                    "a number that grows is read out now and then");
            assertEquals(
                    own, ConsoleServer.events("operation = 'Console.search'").size());
            browser.click("fresh");
            assertEquals("events?q=operation:EventResource.search&from=-5m&live=true", browser.at());
            assertEquals(Math.min(50, before.size() + 3), rows(browser));
            assertFalse(browser.find("fresh").isDisplayed());
            assertEquals(List.of(), browser.harm());
            browser.click("live");
            assertEquals("events?q=operation:EventResource.search&from=-5m", browser.at());
            assertEquals(0, browser.all("#liveBar").size());
        }
    }

    @Test
    void newEvents_areShown_besideTheEventThatIsOpen() {
        try (Browser browser = signedIn(SEARCHES + "&live=true")) {
            ConsoleServer.search("actor:nobody");
            browser.open(SEARCHES + "&live=true");
            browser.openEvent(0);
            String open = browser.find("drawer").getAttribute("data-event");
            ConsoleServer.search("actor:nobody");
            until(browser, "fresh", "1 new event");
            browser.click("fresh");
            assertEquals(SEARCHES + "&live=true&event=" + open, browser.at());
            assertEquals(open, browser.find("drawer").getAttribute("data-event"));
            assertEquals(open, browser.find("event-1").getAttribute("data-event"));
            ConsoleServer.search("actor:nobody");
            until(browser, "fresh", "1 new event");
            browser.press("close");
            browser.click("fresh");
            assertEquals(SEARCHES + "&live=true", browser.at(), "closed in between");
        }
    }

    @Test
    void search_thatOpenedTheList_isNoNewEvent() {
        try (Browser browser = signedIn("events?live=true")) {
            untilPolls(browser, 2);
            assertEquals("Watching for new events", browser.text("liveState"));
            assertFalse(
                    browser.find("fresh").isDisplayed(), browser.find("fresh").getText());
            browser.follow(() -> browser.all("#facet-outcome li a").get(0).click());
            assertEquals("events?q=outcome:SUCCESS&live=true", browser.at());
            browser.find("q").sendKeys(" actor:exporter");
            browser.click("find");
            assertTrue(browser.at().endsWith("&live=true"), browser.at());
            assertEquals(1, browser.all("#liveBar").size());
        }
    }

    @Test
    void list_asksNothing_whilePaused_orWhileNobodyLooks() {
        try (Browser browser = signedIn(SEARCHES + "&live=true")) {
            untilPolls(browser, 1);
            browser.press("livePause");
            assertEquals("true", browser.find("livePause").getAttribute("aria-pressed"));
            until(browser, "liveState", "Paused");
            assertStill(browser);
            ConsoleServer.search("actor:nobody");
            browser.press("livePause");
            until(browser, "fresh", "1 new event");
            hide(browser, true);
            assertStill(browser);
            ConsoleServer.search("actor:nobody");
            hide(browser, false);
            until(browser, "fresh", "2 new events");
        }
    }

    private static void hide(Browser browser, boolean hidden) {
        browser.driver()
                .executeScript("Object.defineProperty(document, 'hidden', { configurable: true, get: () => " + hidden
                        + " }); document.dispatchEvent(new Event('visibilitychange'));");
    }

    /** One question may be under way. */
    private static void assertStill(Browser browser) {
        long before = polls(browser);
        browser.driver().executeAsyncScript(LONGER_THAN_TWO_POLLS);
        assertTrue(polls(browser) <= before + 1, () -> "asked " + (polls(browser) - before) + " times");
    }

    @Test
    void console_thatDoesNotAnswer_isAskedLessOften_andThatIsSaid() {
        try (Browser browser = signedIn(SEARCHES + "&live=true")) {
            browser.driver()
                    .executeScript(
                            "window.kept = window.fetch; window.fetch = () => Promise.reject(new Error('away'))");
            until(browser, "liveState", "The console does not answer. Next try in 5 s.");
            until(browser, "liveState", "The console does not answer. Next try in 10 s.");
            browser.driver().executeScript("window.fetch = window.kept");
            until(browser, "liveState", "Watching for new events");
            browser.driver()
                    .executeScript("window.fetch = () => Promise.resolve(new Response('', { status: 503,"
                            + " headers: { 'Retry-After': '7' } }))");
            until(browser, "liveState", "Counting takes too long at the moment. Next try in 7 s.");
            browser.driver().executeScript("window.fetch = () => Promise.resolve(new Response('', { status: 401 }))");
            until(
                    browser,
                    "liveState",
                    "Not live any more: you are signed out, or may not search. Open the page again.");
        }
    }

    @Test
    void list_thatCannotBeLive_saysWhy() {
        try (Browser browser = signedIn("events?from=-2h&to=-1h&live=true")) {
            assertEquals("true", browser.find("live").getAttribute("aria-disabled"));
            assertEquals(
                    "This time range ends in the past, so nothing new can come into it.", browser.text("liveNote"));
            assertEquals(0, browser.all("#liveBar").size());
            assertEquals(List.of(), browser.accessibilityFaults());
            browser.open("events?order=oldest&live=true");
            assertEquals(
                    "Live lists have their newest events first, and this one its oldest.", browser.text("liveNote"));
            browser.open("events?q=nonsense:1&live=true");
            assertEquals("true", browser.find("live").getAttribute("aria-disabled"));
            assertEquals(
                    "What cannot be searched cannot be live.",
                    browser.find("live").getAttribute("title"));
        }
    }
}

package dev.auditlog.it.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.it.ConsoleServer;
import dev.auditlog.it.SeededEvent;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The event beside its list, in a browser. */
class DrawerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CHAIN = "drawer-1";
    private static final String LIST = "events?q=chain:drawer-1&from=2001-09-09&to=2001-09-10";
    private static final int EVENTS = 25;
    private static final List<SeededEvent> SEEDED = new ArrayList<>();

    @BeforeAll
    static void seed() {
        ConsoleServer.recorder("audit@" + ConsoleServer.ownNode()); // makes the tables
        ConsoleServer.change("delete from audit_event where chain = '" + CHAIN + "'");
        for (int i = 1; i <= EVENTS; i++) {
            SeededEvent event = new SeededEvent(CHAIN, i)
                    .actor("bob", "Bob Ray")
                    .target("Order", "d-4711")
                    .ip("203.0.113.7", "00000000000000000000ffffcb007107")
                    .with("source_rule", "peer")
                    .with("source_chain", "[]")
                    .with("operation", "OrderResource.update")
                    .with("activity", "UPDATE")
                    .with("status", 200)
                    .with("actor_session", "session-1")
                    .with("correlation_id", "corr-1")
                    .with("request_method", "PUT")
                    .with("request_path", "/sample/api/orders/d 4711")
                    .with("request_query", "dry=1&token=[redacted]")
                    .with("content_type", "application/json")
                    .with("request_bytes", 60)
                    .with("request_truncated", false)
                    .with("request_data", data(i))
                    .with("redacted", "[\"/card\",\"query:token\"]");
            SEEDED.add(event);
            ConsoleServer.change(event.sql());
        }
        ConsoleServer.untilFound(CHAIN, EVENTS);
    }

    private static String data(int number) {
        return "{\"note\":\"it's " + number + "\",\"card\":\"[redacted]\",\"said\":\"[redacted]\"}";
    }

    private static String id(int number) {
        return SEEDED.get(number - 1).id();
    }

    private static Browser signedIn(String path) {
        Browser browser = new Browser(ConsoleServer.console()).open(path);
        browser.signIn("auditor", ConsoleServer.password());
        return browser;
    }

    private static void await(Browser browser, int number) {
        new WebDriverWait(browser.driver(), PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .until(d -> !browser.all("#drawer:not([aria-busy])[data-event='" + id(number) + "']")
                        .isEmpty());
        new WebDriverWait(browser.driver(), PATIENCE).until(d -> browser.at().contains("event=" + id(number)));
    }

    private static List<JsonObject> looks(int number) {
        return ConsoleServer.events("operation = 'Console.view' and target_id = '" + id(number) + "'");
    }

    private static int searches() {
        return ConsoleServer.events("operation = 'Console.search'").size();
    }

    private static void key(Browser browser, CharSequence key) {
        browser.driver().switchTo().activeElement().sendKeys(key);
    }

    @Test
    void row_clicked_showsTheEventBesideTheList_withOneEventAndNoNewSearch() {
        try (Browser browser = signedIn(LIST)) {
            int searches = searches();
            int looks = looks(25).size();
            browser.driver().executeScript("window.same = 1");
            browser.all("#events tbody tr td.source").get(0).click();
            await(browser, 25);
            assertEquals(LIST + "&event=" + id(25), browser.at());
            assertEquals("Bob Ray changed Order d-4711", browser.text("sentence"));
            assertEquals(1L, browser.driver().executeScript("return window.same"), "the page is the same");
            assertEquals(looks + 1, looks(25).size());
            assertEquals(searches, searches());
            assertEquals("/audit/events/" + id(25), looks(25).get(looks).getString("request_path"));
            Rectangle list = browser.find("events").getRect();
            Rectangle drawer = browser.find("drawer").getRect();
            assertTrue(drawer.x >= list.x + list.width, "the drawer covers the list");
            assertEquals(
                    List.of(id(25)),
                    browser.all("#events tr.sel a.open").stream()
                            .map(open -> open.getAttribute("data-event"))
                            .toList());
            assertEquals(
                    "Bob Ray changed Order d-4711 · Audit", browser.driver().getTitle());
            assertEquals(List.of(), browser.harm());
        }
    }

    @Test
    void link_openedElsewhere_showsListAndEvent_withOneEventForBoth() {
        int looks = looks(7).size();
        try (Browser browser = signedIn("events")) {
            int searches = searches();
            browser.open(LIST + "&event=" + id(7));
            assertEquals(id(7), browser.find("drawer").getAttribute("data-event"));
            assertEquals(EVENTS, browser.all("#events tbody tr").size());
            assertEquals(1, browser.all("#events tr.sel").size());
            assertEquals(looks + 1, looks(7).size());
            assertEquals(searches, searches());
            String attributes = looks(7).get(looks).getString("attributes");
            assertTrue(attributes.contains("\"query\":\"chain:drawer-1\""), attributes);
            assertTrue(attributes.contains("\"results\":\"25\""), attributes);
        }
    }

    @Test
    void keys_moveFromEventToEvent_closeAndGoBack() {
        try (Browser browser = signedIn(LIST)) {
            browser.find("content").sendKeys("j");
            key(browser, Keys.ENTER);
            await(browser, 25);
            assertEquals(
                    "Bob Ray changed Order d-4711 · Audit",
                    browser.find("told").getAttribute("textContent"),
                    "it is read out");
            key(browser, "j");
            await(browser, 24);
            key(browser, Keys.ARROW_DOWN);
            await(browser, 23);
            key(browser, "k");
            await(browser, 24);
            key(browser, Keys.ARROW_UP);
            await(browser, 25);
            key(browser, Keys.ESCAPE);
            assertTrue(browser.all("#drawer").isEmpty());
            assertEquals(LIST, browser.at());
            assertEquals("Events · Audit", browser.driver().getTitle());
            assertEquals(
                    id(25), browser.driver().switchTo().activeElement().getAttribute("data-event"), "focus is back");
            browser.driver().navigate().back();
            await(browser, 25);
            browser.driver().navigate().back();
            new WebDriverWait(browser.driver(), PATIENCE)
                    .until(d -> browser.all("#drawer").isEmpty());
            assertEquals(LIST, browser.at());
            assertEquals(List.of(), browser.harm());
        }
    }

    @Test
    void keyHeldDown_opensOnlyTheEventOnWhichItStops() {
        int before = looks(20).size() + looks(21).size();
        try (Browser browser = signedIn(LIST + "&event=" + id(22))) {
            int last = looks(19).size();
            browser.find("content").sendKeys("jjj");
            await(browser, 19);
            assertEquals(last + 1, looks(19).size());
            assertEquals(before, looks(20).size() + looks(21).size(), "those that were passed were not shown");
        }
    }

    @Test
    void history_isThatOfTheObject_pageByPage_andOpensItsEvents() {
        try (Browser browser = signedIn(LIST + "&event=" + id(25))) {
            assertEquals(20, browser.all("#history li").size());
            assertEquals(1, browser.all("#history li.current").size());
            browser.press("historyOlder");
            new WebDriverWait(browser.driver(), PATIENCE)
                    .ignoring(StaleElementReferenceException.class)
                    .until(d -> browser.all("#history li").size() == 5);
            assertTrue(browser.at().contains("&event=" + id(25) + "&history="), browser.at());
            WebElement oldest = browser.all("#history a.when").get(4);
            assertEquals(id(1), oldest.getAttribute("data-event"));
            oldest.click();
            await(browser, 1);
            assertEquals(id(1), browser.all("#events tr.sel a.open").get(0).getAttribute("data-event"));
        }
    }

    @Test
    void twoEventsOfTheObject_chosenByKey_areCompared() {
        Path images = Path.of("target", "drawer");
        try (Browser browser = signedIn(LIST + "&event=" + id(25))) {
            assertEquals(
                    id(24), browser.all("#history input[name=a]:checked").get(0).getAttribute("value"));
            assertEquals(
                    id(25), browser.all("#history input[name=b]:checked").get(0).getAttribute("value"));
            browser.all("#history input[name=a]").get(1).sendKeys(Keys.ARROW_DOWN);
            browser.driver().executeScript("document.getElementById('history').scrollIntoView()");
            browser.write(images.resolve("history.png"));
            browser.click("compare");
            assertTrue(browser.at().startsWith("compare?q=chain%3Adrawer-1&from="), browser.at());
            assertTrue(browser.at().contains("&a=" + id(23)) && browser.at().contains("&b=" + id(25)), browser.at());
            assertEquals(List.of("23"), browser.texts(".diff del"));
            assertEquals(List.of("25"), browser.texts(".diff ins"));
            browser.click("ofEvent");
            browser.click("viewInline");
            assertTrue(browser.texts("#inline tr.removed").toString().contains(id(23)));
            browser.click("back");
            assertEquals(id(25), browser.find("drawer").getAttribute("data-event"));
        }
    }

    @Test
    void maskedValue_isMarked_andWhatOnlyLooksLikeOneIsNot() {
        try (Browser browser = signedIn(LIST + "&event=" + id(3))) {
            assertEquals(List.of("\"[redacted]\""), browser.texts("#dataJson mark"));
            assertEquals(
                    "{\n  \"note\": \"it's 3\",\n  \"card\": \"[redacted]\",\n  \"said\": \"[redacted]\"\n}",
                    browser.text("dataJson"));
            assertEquals(List.of("\"[redacted]\""), browser.texts("#json mark"));
        }
    }

    @Test
    void copies_areTheEventAsLinkJsonMarkdownCommandAndValue() {
        try (Browser browser = signedIn(LIST + "&event=" + id(3))) {
            browser.driver()
                    .executeScript("Object.defineProperty(navigator, 'clipboard', {value: {writeText: text => {"
                            + " window.copy = text; return Promise.resolve(); }}})");
            assertEquals(ConsoleServer.console() + "events/" + id(3), copied(browser, "copyLink"));
            assertTrue(copied(browser, "copyJson").startsWith("{\n  \"id\": \"" + id(3) + "\""));
            String markdown = copied(browser, "copyMarkdown");
            assertTrue(markdown.startsWith("**Bob Ray changed Order d\\-4711**\n"), markdown);
            assertTrue(markdown.contains("- Address: `203.0.113.7`"), markdown);
            assertTrue(markdown.contains("```json\n{\n  \"note\": \"it's 3\""), markdown);
            assertEquals(
                    "curl \\\n  --globoff \\\n  --request 'PUT' \\\n"
                            + "  \"$BASE_URL\"'/sample/api/orders/d%204711?dry=1&token=[redacted]' \\\n"
                            + "  --header 'Content-Type: application/json' \\\n"
                            + "  --data-raw '{\"note\":\"it'\\''s 3\",\"card\":\"[redacted]\",\"said\":\"[redacted]\"}'",
                    copied(browser, "copyCurl"));
            browser.all(".f-ip .copyValue").get(0).sendKeys(Keys.ENTER);
            assertEquals("203.0.113.7", browser.driver().executeScript("return window.copy"));
            assertEquals("Copied", browser.text("copied"));
        }
    }

    private static String copied(Browser browser, String button) {
        browser.press(button);
        return (String) browser.driver().executeScript("return window.copy");
    }

    @Test
    void drawer_withoutRoomBesideTheList_isASheet_andOnAPhoneAPage() {
        try (Browser browser = signedIn(LIST + "&event=" + id(3))) {
            browser.size(1100, 800);
            assertTrue(browser.find("events").isDisplayed());
            Rectangle sheet = browser.find("drawer").getRect();
            assertTrue(sheet.x + sheet.width > 1080, "at the right of the page: " + sheet.x);
            browser.size(390, 844);
            assertFalse(browser.find("events").isDisplayed());
            assertFalse(browser.find("search").isDisplayed());
            browser.press("close");
            assertTrue(browser.find("events").isDisplayed());
            assertEquals(LIST, browser.at());
        }
    }

    @Test
    void print_hasTheEventAlone() {
        try (Browser browser = signedIn(LIST + "&event=" + id(3))) {
            browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
            assertTrue(browser.find("sentence").isDisplayed());
            assertTrue(browser.find("json").isDisplayed());
            assertTrue(browser.text("printed").matches("Printed .* UTC by auditor"), browser.text("printed"));
            for (String id : List.of("events", "search", "home", "copyLink", "close", "related")) {
                assertFalse(browser.find(id).isDisplayed(), id);
            }
            browser.write(Path.of("target", "drawer", "print.png"));
        }
    }
}

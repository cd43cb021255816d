package dev.auditlog.it.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.it.ConsoleServer;
import dev.auditlog.it.SeededEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The list's columns, order, head and keys, in a browser. */
class ListIT {

    private static final String CHAIN = "list-1";
    private static final String LIST = "events?q=chain:list-1&from=2001-09-09&to=2001-09-10";
    private static final int EVENTS = 60;
    private static final String KINDS = "list-2";
    private static final String LATE = "list-3";
    private static final String CUT_OFF =
            """
            return Array.from(document.querySelectorAll('#events tbody td'))
                .filter(td => td.scrollWidth > td.clientWidth && (td.matches('.result') || !td.querySelector('[title]')))
                .map(td => td.textContent.trim());
            """;
    private static final String COVERED =
            """
            const tag = document.querySelector('#events tr.sel td.result .tag');
            const box = tag.getBoundingClientRect();
            return !tag.contains(document.elementFromPoint(box.right - 8, box.top + box.height / 2));
            """;

    private static final String UNLIKE_ITS_WIDTH =
            """
            return Array.from(document.querySelectorAll('#events td.t a.open'))
                .map(link => link.getBoundingClientRect().right - parseFloat(getComputedStyle(link).paddingRight)
                    - link.querySelector('small').getBoundingClientRect().right)
                .filter(room => room < 0);
            """;
    private static final String STRAY_SEPARATORS =
            """
            const box = element => element.getBoundingClientRect();
            const beside = Array.from(document.querySelectorAll('.views .chip, .views .filter')).map(box);
            return Array.from(document.querySelectorAll('.views .sep')).map(box).filter(sep => {
                const middle = sep.top + sep.height / 2;
                const shown = sep.width > 0 && document.elementFromPoint(sep.left, middle)?.matches('.sep');
                const line = beside.filter(other => other.top < middle && other.bottom > middle);
                return shown && !(line.some(other => other.right <= sep.left) && line.some(other => other.left >= sep.right));
            }).length;
            """;

    @BeforeAll
    static void seed() {
        ConsoleServer.recorder("audit@" + ConsoleServer.ownNode()); // makes the tables
        ConsoleServer.change("delete from audit_event where chain = '" + CHAIN + "'");
        String[] rows = new String[EVENTS];
        for (int i = 0; i < EVENTS; i++) {
            rows[i] = new SeededEvent(CHAIN, i + 1)
                    .actor("bob", "Bob Ray")
                    .target("Order", "n-" + (i + 1))
                    .with("actor_group", "sales")
                    .with("request_method", "GET")
                    .with("request_path", "/orders/n-" + (i + 1))
                    .with("request_truncated", false)
                    .with("redacted", "[]")
                    .sql();
        }
        ConsoleServer.change(rows);
        seedKinds();
        ConsoleServer.untilFound(CHAIN, EVENTS);
        ConsoleServer.change(
                "delete from audit_event where chain = '" + LATE + "'",
                new SeededEvent(LATE, 1, Duration.ofDays(21).toMillis()).sql());
        ConsoleServer.untilFound(KINDS, 5);
    }

    /** One of each outcome, and names as long as they get. */
    private static void seedKinds() {
        ConsoleServer.change("delete from audit_event where chain = '" + KINDS + "'");
        List<String> outcomes = List.of("SUCCESS", "DENIED", "FAILURE", "ERROR", "UNKNOWN");
        for (String outcome : outcomes) {
            int number = outcomes.indexOf(outcome) + 1;
            ConsoleServer.change(new SeededEvent(KINDS, number)
                    .actor("maximiliane", "Maximiliane von Oberwallner-Hohenfels")
                    .target("PurchaseOrderConfirmation", "2026-11-25-000000" + number)
                    .ip("2001:db8:1234:5678:9abc:def0:1234:5678", "20010db8123456789abcdef012345678")
                    .with("outcome", outcome)
                    .with("status", 409)
                    .with("tx_outcome", number % 2 == 1 ? "ROLLED_BACK" : "COMMITTED")
                    .sql());
        }
    }

    @Test
    void list_besideAnEvent_foldsWhatTheEventTells_andCutsNothingOff() {
        try (Browser browser = signedIn("events")) {
            for (String language : List.of("en", "de")) {
                browser.language(language);
                browser.size(1280, 800);
                browser.open("events?q=chain:list-2&from=2001-09-09&to=2001-09-10");
                List<String> all = head(browser);
                assertEquals(5, all.size(), all::toString);
                browser.find("event-0").sendKeys(Keys.ENTER);
                browser.until(b -> !b.all("#drawer").isEmpty());
                browser.until(b -> head(b).equals(all.subList(0, 4)));
                assertEquals(List.of(), browser.driver().executeScript(CUT_OFF), language);
                assertEquals("event-0", focused(browser).getAttribute("id"));
                assertEquals(false, browser.driver().executeScript(COVERED), "signs of the row over its result");
                browser.write(Path.of("target", "drawer", "columns-folded-" + language + ".png"));
                browser.press("columnsButton");
                assertEquals(
                        List.of("column-source"),
                        browser.all("#columns .folded input").stream()
                                .map(box -> box.getAttribute("id"))
                                .toList());
                browser.find("columnsButton").sendKeys(Keys.ESCAPE);
                browser.size(1920, 900);
                browser.until(b -> head(b).equals(all));
                assertEquals(List.of(), browser.driver().executeScript(CUT_OFF), language);
            }
        }
    }

    @Test
    void time_ofAnotherYear_isWholeToItsLastDigit() {
        try (Browser browser = signedIn("events")) {
            for (String language : List.of("en", "de")) {
                browser.language(language);
                browser.open("events?q=chain:list-3&from=2001-09-30&to=2001-10-01");
                for (int width : List.of(390, 1280, 1920)) {
                    browser.size(width, 800);
                    assertEquals(
                            List.of(),
                            browser.driver().executeScript(UNLIKE_ITS_WIDTH),
                            language + " " + width + " " + browser.text("event-0"));
                }
            }
            assertEquals("30. Sept. 2001 01:46:40.000", browser.text("event-0"), "the longest that there is");
        }
    }

    @Test
    void separators_standBetweenThingsOfOneLine() {
        try (Browser browser = signedIn("events")) {
            for (String query :
                    List.of("", "actor:bob", "actor:bob+target:Order/n-1+-outcome:DENIED+operation:Thing.read")) {
                browser.open("events?from=2001-09-09&to=2001-09-10&q=" + query);
                for (int width = 760; width <= 1960; width += 60) {
                    browser.size(width, 800);
                    assertEquals(0L, browser.driver().executeScript(STRAY_SEPARATORS), query + " " + width);
                }
            }
        }
    }

    private static Browser signedIn(String path) {
        Browser browser = new Browser(ConsoleServer.console()).open(path);
        browser.signIn("auditor", ConsoleServer.password());
        return browser;
    }

    private static List<String> head(Browser browser) {
        return browser.all("#events th").stream()
                .filter(WebElement::isDisplayed)
                .map(th -> th.getText().replaceAll("\\s.*", ""))
                .toList();
    }

    private static WebElement focused(Browser browser) {
        return browser.driver().switchTo().activeElement();
    }

    @Test
    void columns_areChosenByKey_atOnce_andRemembered() {
        try (Browser browser = signedIn(LIST)) {
            assertEquals(List.of("Time", "Actor", "What", "Result", "Source"), head(browser));
            browser.find("columnsButton").sendKeys(Keys.ENTER);
            browser.find("column-source").sendKeys(Keys.SPACE);
            browser.find("column-call").sendKeys(Keys.SPACE);
            browser.find("column-group").sendKeys(Keys.SPACE);
            browser.find("column-duration").sendKeys(Keys.SPACE);
            focused(browser).sendKeys(Keys.ESCAPE);
            assertFalse(browser.find("columns").isDisplayed());
            List<String> chosen = List.of("Time", "Actor", "What", "Result", "Call", "Duration", "Group");
            assertEquals(chosen, head(browser));
            browser.open(LIST).until(page -> !head(page).isEmpty()); // a page that is not laid out yet shows nothing
            assertEquals(chosen, head(browser));
            assertEquals("GET /orders/n-60", browser.all("td.call").get(0).getText());
            assertEquals("sales", browser.all("td.group").get(0).getText());
            assertEquals("1.5 ms", browser.all("td.duration").get(0).getText());
            assertEquals(List.of(), browser.accessibilityFaults());
            assertEquals(List.of(), browser.harm());
            browser.write(Path.of("target", "drawer", "columns.png"));
        }
    }

    @Test
    void order_isTurnedByTheHead_andStaysWhilePaging() {
        try (Browser browser = signedIn(LIST)) {
            assertEquals("Order n-60", browser.texts("td.what a.object").get(0));
            browser.click("order");
            assertEquals(LIST + "&order=oldest", browser.at());
            assertEquals("Order n-1", browser.texts("td.what a.object").get(0));
            assertEquals("true", browser.find("older").getAttribute("aria-disabled"));
            browser.click("newer");
            assertTrue(browser.at().contains("&order=oldest&cursor="), browser.at());
            assertEquals("Order n-51", browser.texts("td.what a.object").get(0));
            assertEquals(10, browser.all("#events tbody tr").size());
            browser.click("oldest");
            assertEquals(LIST + "&order=oldest", browser.at());
            browser.find("q").sendKeys(" actor:bob", Keys.ENTER);
            assertTrue(browser.at().endsWith("&order=oldest"), browser.at());
        }
    }

    @Test
    void lastEvent_downwards_leadsToTheNextPage() {
        try (Browser browser = signedIn(LIST)) {
            browser.find("event-49").sendKeys(Keys.ARROW_DOWN);
            assertEquals("older", focused(browser).getAttribute("id"));
            browser.follow(() -> focused(browser).sendKeys(Keys.ENTER));
            browser.find("event-0").sendKeys(Keys.ARROW_UP);
            assertEquals("newer", focused(browser).getAttribute("id"));
            focused(browser).sendKeys("k");
            assertEquals("event-9", focused(browser).getAttribute("id"));
        }
    }

    @Test
    void head_staysInSight() {
        try (Browser browser = signedIn(LIST)) {
            browser.driver().executeScript("document.querySelectorAll('#events tbody tr')[45].scrollIntoView()");
            long top = ((Number) browser.driver()
                            .executeScript("return document.querySelector('#events th').getBoundingClientRect().top"))
                    .longValue();
            assertEquals(48, top, "below the bar of the page");
            browser.write(Path.of("target", "drawer", "head.png"));
        }
    }

    @Test
    void keys_areShownByTheQuestionMark_andAllDoWhatTheySay() {
        try (Browser browser = signedIn(LIST)) {
            browser.find("content").sendKeys("?");
            assertTrue(browser.find("keys").isDisplayed());
            assertTrue(browser.text("keys").contains("open the event beside the list"));
            assertEquals(List.of(), browser.accessibilityFaults());
            browser.write(Path.of("target", "drawer", "keys.png"));
            focused(browser).sendKeys("j");
            assertTrue(browser.find("keys").isDisplayed());
            focused(browser).sendKeys(Keys.ESCAPE);
            assertFalse(browser.find("keys").isDisplayed());
            assertEquals(LIST, browser.at());
            browser.find("content").sendKeys("/");
            assertEquals("q", focused(browser).getAttribute("id"));
            focused(browser).sendKeys("?");
            assertFalse(browser.find("keys").isDisplayed(), "in the query it is a question mark");
            focused(browser).sendKeys(Keys.ESCAPE);
            focused(browser).sendKeys("j");
            assertEquals("event-0", focused(browser).getAttribute("id"));
            focused(browser).sendKeys("k");
            browser.press("keysButton");
            browser.press("keysClose");
            assertFalse(browser.find("keys").isDisplayed());
        }
    }
}

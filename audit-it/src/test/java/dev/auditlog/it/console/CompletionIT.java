package dev.auditlog.it.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.it.ConsoleServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The query box as a combobox, in a browser. */
class CompletionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Longer than the box waits after a letter, several times. */
    private static final Duration PAUSES = Duration.ofMillis(600);

    private static final String HOSTILE = "zed <img src=x onerror=alert(1)> \"q\", y";

    @BeforeEach
    void events() {
        ConsoleServer.search("actor:nobody");
        ConsoleServer.change(
                "delete from audit_event where chain = 'offers@1'",
                "insert into audit_event (id, chain, seq, time_us, recorded_us, application, node, operation, activity, outcome,"
                        + " tx_outcome, duration_us, guarantee, actor_type, actor_roles, attributes, actor_id, actor_key,"
                        + " actor_name) values ('00e8d4a5-1000-7000-8000-000000000007', 'offers@1', 1, 1000000000000000, 1000000000000000, 'seeded', 'n1', 'Thing.read', 'READ',"
                        + " 'SUCCESS', 'NONE', 1, 'BEFORE_RESPONSE', 'USER', '[]', '{}', '" + HOSTILE + "', '"
                        + HOSTILE.toLowerCase() + "', 'Zed')");
        ConsoleServer.untilFound("offers@1", 1);
    }

    private static Browser signedIn(String path) {
        Browser browser = new Browser(ConsoleServer.console()).open(path);
        browser.signIn("auditor", ConsoleServer.password());
        return browser;
    }

    private static WebElement box(Browser browser) {
        return browser.find("q");
    }

    private static String query(Browser browser) {
        return box(browser).getAttribute("value");
    }

    private static boolean isOpen(Browser browser) {
        return "true".equals(box(browser).getAttribute("aria-expanded"))
                && browser.find("qList").isDisplayed();
    }

    private static void untilOffered(Browser browser, String first) {
        new WebDriverWait(browser.driver(), PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> "offered: " + browser.texts("#qList .what"))
                .until(d -> isOpen(browser)
                        && browser.texts("#qList .what").stream().findFirst().equals(Optional.of(first)));
    }

    /** Asks for offers, and again while there are none: a database that is busy offers nothing, which is no error. */
    private static void untilOfferedByKey(Browser browser, String first) {
        new WebDriverWait(browser.driver(), PATIENCE)
                .pollingEvery(Duration.ofSeconds(3))
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> "offered: " + browser.texts("#qList .what"))
                .until(d -> {
                    if (!isOpen(browser)) {
                        box(browser).sendKeys(Keys.ARROW_DOWN);
                        return false;
                    }
                    return browser.texts("#qList .what").stream().findFirst().equals(Optional.of(first));
                });
    }

    private static String active(Browser browser) {
        String id = box(browser).getAttribute("aria-activedescendant");
        return id == null
                ? ""
                : browser.find(id).findElement(By.className("what")).getText();
    }

    /** The server's answer is there at once here, as it is for a person with a fast server. */
    @Test
    void choice_isMadeBeforeThePauseAfterTheLastLetterIsOver_stays() throws InterruptedException {
        try (Browser browser = signedIn("events")) {
            box(browser).click();
            browser.driver()
                    .executeScript("window.asked = 0; const answer = JSON.stringify({ start: 0, end: 4, complete: true,"
                            + " narrowed: true, items: [{ insert: 'operation:', label: 'operation:', note: '' }] });"
                            + " window.fetch = function () { window.asked++; return Promise.resolve(new Response(answer)); };"
                            + " const q = document.getElementById('q'); q.value = 'oper'; q.setSelectionRange(4, 4);"
                            + " q.dispatchEvent(new Event('input'));"
                            + " q.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }));");
            untilOffered(browser, "operation:");
            Thread.sleep(PAUSES.toMillis());
            assertEquals(1L, browser.driver().executeScript("return window.asked"));
        }
    }

    @Test
    void query_isWrittenByOffers_fromTheQualifierToARealValue_andEnterSearches() {
        try (Browser browser = signedIn("events")) {
            box(browser).sendKeys("act");
            untilOffered(browser, "actor:");
            assertEquals(List.of("actor:", "activity:"), browser.texts("#qList .what"));
            assertEquals(
                    "Who did it: id or name", browser.texts("#qList .means").get(0));
            assertEquals("2 suggestions", browser.find("qSaid").getAttribute("textContent"));
            assertEquals("", active(browser), "nothing is chosen before the person chooses");
            box(browser).sendKeys(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_UP);
            assertEquals("actor:", active(browser));
            box(browser).sendKeys(Keys.ENTER);
            assertEquals("actor:", query(browser));
            untilOffered(browser, "auditor");
            box(browser)
                    .sendKeys("audi", Keys.ARROW_DOWN, Keys.TAB); // faster than the answer: not what was offered before
            assertTrue(query(browser).startsWith("actor:audi"), query(browser));
            browser.driver().executeScript("const q = document.getElementById('q'); q.value = 'actor:audi'; q.focus()");
            box(browser).sendKeys(Keys.END);
            untilOfferedByKey(browser, "auditor");
            assertTrue(browser.texts("#qList .count").get(0).matches("[\\d,]+"));
            for (int i = 0; i < 2 && !active(browser).equals("auditor"); i++) { // the key that asked may have chosen it
                box(browser).sendKeys(Keys.ARROW_DOWN);
            }
            box(browser).sendKeys(Keys.TAB);
            assertEquals("actor:auditor ", query(browser));
            assertEquals("q", browser.driver().switchTo().activeElement().getAttribute("id"));
            assertFalse(isOpen(browser));
            box(browser).sendKeys("outcome:su");
            untilOffered(browser, "SUCCESS");
            browser.all("#qList [role='option']").get(0).click();
            assertEquals("actor:auditor outcome:SUCCESS ", query(browser));
            browser.follow(() -> box(browser).sendKeys(Keys.ENTER));
            assertEquals("events?q=actor%3Aauditor+outcome%3ASUCCESS+", browser.at());
            assertEquals(List.of(), browser.harm());
        }
    }

    @Test
    void enter_searches_whileOffersAreOpen_unlessOneIsChosen() {
        try (Browser browser = signedIn("events")) {
            box(browser).sendKeys("outcome:DENIED,");
            untilOffered(browser, "SUCCESS");
            box(browser).sendKeys(Keys.BACK_SPACE);
            box(browser).sendKeys(" a");
            untilOffered(browser, "actor:");
            browser.follow(() -> box(browser).sendKeys(Keys.BACK_SPACE, Keys.ENTER));
            assertEquals("events?q=outcome%3ADENIED+", browser.at());
        }
    }

    @Test
    void escape_closesTheOffers_thenLeavesTheBox_andTabMovesOn() {
        try (Browser browser = signedIn("events")) {
            box(browser).sendKeys(Keys.ARROW_DOWN);
            untilOffered(browser, "actor:");
            assertTrue(browser.texts("#qList .what").size() > 20);
            box(browser).sendKeys(Keys.ESCAPE);
            assertFalse(isOpen(browser));
            assertEquals("q", browser.driver().switchTo().activeElement().getAttribute("id"));
            box(browser).sendKeys("ac");
            untilOffered(browser, "actor:");
            box(browser).sendKeys(Keys.TAB);
            assertEquals("find", browser.driver().switchTo().activeElement().getAttribute("id"));
            assertFalse(isOpen(browser));
            assertEquals("ac", query(browser));
            assertNull(box(browser).getAttribute("aria-activedescendant"));
        }
    }

    @Test
    void value_thatIsHostile_isText_andIsAskedForAsItIs() {
        String range = "from=2001-09-09T01:46:40Z&to=2001-09-09T01:46:41Z";
        try (Browser browser = signedIn("events?" + range)) {
            box(browser).sendKeys("actor:zed");
            untilOffered(browser, HOSTILE);
            assertEquals("1", browser.texts("#qList .count").get(0));
            assertEquals(List.of("Zed"), browser.texts("#qList .means"), "the name beside the id");
            box(browser).sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
            assertEquals("actor:\"zed <img src=x onerror=alert(1)> \\\"q\\\", y\" ", query(browser));
            browser.follow(() -> box(browser).sendKeys(Keys.ENTER));
            assertEquals(1, browser.all("#events tbody tr").size());
            assertEquals(List.of(), browser.harm());
        }
    }

    @Test
    void value_thatMatchesNoOtherTerm_isOfferedAllTheSame_andThatIsSaid() {
        String range = "from=2001-09-09T01:46:40Z&to=2001-09-09T01:46:41Z";
        try (Browser browser = signedIn("events?q=session:none&" + range)) {
            box(browser).sendKeys(Keys.END, " operation:thing");
            untilOfferedByKey(browser, "Thing.read");
            assertEquals(List.of("Counted without the other terms of the query"), browser.texts("#qList .partial"));
        }
    }
}

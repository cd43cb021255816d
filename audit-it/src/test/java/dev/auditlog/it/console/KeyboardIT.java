package dev.auditlog.it.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.it.ConsoleServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The console by its keys alone: nothing here points, clicks, or puts the focus anywhere. */
class KeyboardIT {

    /** Whether something of what has the focus, or stands around it, would look otherwise without. */
    private static final String FOCUS_IS_SEEN =
            """
            const focused = document.activeElement;
            const around = [focused, focused.parentElement, focused.closest('tr')?.cells[0]].filter(Boolean);
            const look = () => around.map(e => getComputedStyle(e))
                .map(s => [s.boxShadow, s.backgroundColor, s.borderColor].join()).join();
            const seen = look();
            focused.blur();
            const plain = look();
            focused.focus();
            return seen !== plain;
            """;

    @TempDir
    Path folder;

    private Browser open() {
        Browser browser = new Browser(ConsoleServer.console());
        browser.downloadsTo(folder);
        browser.mayReadTheClipboard();
        return browser.open("");
    }

    private static void keys(Browser browser, CharSequence... keys) {
        new Actions(browser.driver()).sendKeys(keys).perform();
    }

    private static WebElement focused(Browser browser) {
        return browser.driver().switchTo().activeElement();
    }

    /** Asserts where the focus is, and that it is seen there. */
    private static void assertFocus(Browser browser, String id) {
        assertEquals(id, focused(browser).getAttribute("id"));
        assertTrue((Boolean) browser.driver().executeScript(FOCUS_IS_SEEN), () -> "nobody sees the focus on " + id);
    }

    private static void signIn(Browser browser, String password) {
        keys(browser, Keys.TAB, password);
        assertFocus(browser, "password");
        browser.follow(() -> keys(browser, Keys.ENTER));
    }

    private static String chosen(Browser browser) {
        String id = browser.find("q").getAttribute("aria-activedescendant");
        return id == null
                ? ""
                : browser.find(id).findElement(By.className("what")).getText();
    }

    /** Goes down until it is chosen; where nothing is offered yet, the same key asks for it. */
    private static void choose(Browser browser, String offer) {
        new WebDriverWait(browser.driver(), Duration.ofSeconds(60))
                .pollingEvery(Duration.ofSeconds(2))
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> offer + " is not among " + browser.texts("#qList .what"))
                .until(d -> {
                    for (int i = 0; i <= browser.texts("#qList .what").size(); i++) {
                        keys(browser, Keys.ARROW_DOWN);
                        if (chosen(browser).equals(offer)) {
                            return true;
                        }
                    }
                    return false;
                });
        keys(browser, Keys.ENTER);
    }

    private static void open(Browser browser, String id) {
        keys(browser, Keys.ENTER);
        browser.until(b -> b.at().contains("event=" + id));
        assertEquals(id, browser.find("drawer").getAttribute("data-event"));
    }

    @Test
    void auditor_findsAFailedSignIn_copiesItsLink_andExports() {
        try (Browser browser = open()) {
            assertFocus(browser, "name");
            keys(browser, "exporter");
            signIn(browser, "a wrong password");
            assertFocus(browser, "name");
            signIn(browser, ConsoleServer.password());
            assertEquals("events", browser.at());

            keys(browser, "/");
            assertFocus(browser, "q");
            keys(browser, "oper");
            choose(browser, "operation:");
            keys(browser, "console.signi");
            choose(browser, "Console.signIn");
            keys(browser, "outc");
            choose(browser, "outcome:");
            keys(browser, "den");
            choose(browser, "DENIED");
            browser.follow(() -> keys(browser, Keys.ENTER));
            String list = "events?q=operation%3AConsole.signIn+outcome%3ADENIED+";
            assertEquals(list, browser.at());
            int found = browser.all("#events tbody tr").size();
            assertEquals("1–" + found + " of " + found, browser.text("shown"));

            keys(browser, "j");
            assertFocus(browser, "event-0");
            String id = focused(browser).getAttribute("data-event");
            open(browser, id);
            assertTrue(browser.text("sentence").contains("tried to sign in"), browser.text("sentence"));
            assertFocus(browser, "event-0");
            keys(browser, "c");
            browser.until(b -> b.text("copied").equals("Copied"));
            assertEquals(ConsoleServer.console() + "events/" + id, browser.clipboard());
            keys(browser, Keys.ENTER);
            assertFocus(browser, "drawer");

            export(browser, found);
            assertFocus(browser, "drawer");
            keys(browser, Keys.ESCAPE);
            assertFocus(browser, "event-0");
            assertEquals(List.of(), browser.all("#drawer"));
            assertEquals(List.of(), browser.harm());
        }
    }

    private void export(Browser browser, int events) {
        keys(browser, "e");
        assertEquals(String.valueOf(events), browser.text("exportAmount"));
        assertFocus(browser, "format-jsonl");
        keys(browser, Keys.ARROW_DOWN);
        assertFocus(browser, "format-csv");
        keys(browser, Keys.ENTER);
        browser.until(b -> b.find("exportEnd").isDisplayed());
        assertTrue(browser.text("exportEnd").startsWith(events + " event"), browser.text("exportEnd"));
        browser.until(b -> ExportedFile.in(folder).isPresent());
        ExportedFile file = ExportedFile.in(folder).orElseThrow();
        assertEquals(events, file.events().size());
        assertEquals(file.digest(), browser.text("exportSha"));
        assertFocus(browser, "exportClose");
        keys(browser, Keys.ENTER);
        assertFalse(browser.find("exportDialog").isDisplayed());
    }

    @Test
    void list_isTwoTabsAway() {
        try (Browser browser = open()) {
            keys(browser, "auditor");
            signIn(browser, ConsoleServer.password());
            keys(browser, Keys.TAB);
            assertFocus(browser, "skip");
            keys(browser, Keys.TAB);
            assertFocus(browser, "skipToList");
            keys(browser, Keys.ENTER);
            assertFocus(browser, "event-0");
        }
    }

    @Test
    void keysOfOneLetter_areSwitchedOff_andStayOff() {
        try (Browser browser = open()) {
            keys(browser, "auditor");
            signIn(browser, ConsoleServer.password());
            keys(browser, "?");
            assertTrue(browser.find("keys").isDisplayed());
            keys(browser, Keys.TAB);
            assertFocus(browser, "keysOn");
            keys(browser, " ", Keys.ESCAPE);
            assertFalse(browser.find("keys").isDisplayed());
            String nowhere = focused(browser).getTagName();
            keys(browser, "/j?");
            assertEquals(nowhere, focused(browser).getTagName());
            assertFalse(browser.find("keys").isDisplayed());
            browser.follow(() -> browser.driver().navigate().refresh());
            keys(browser, "/j?");
            assertEquals("body", focused(browser).getTagName());
            browser.press("keysButton");
            assertFalse(browser.find("keysOn").isSelected());
            browser.press("keysOn");
            keys(browser, Keys.ESCAPE, "/");
            assertFocus(browser, "q");
        }
    }
}

package dev.auditlog.it.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.it.ConsoleServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Views in a browser: saved and opened by keyboard, and on a phone. */
class ViewsPageIT {

    @TempDir
    Path folder;

    @AfterEach
    void forget() {
        ConsoleServer.change("delete from audit_view", "delete from audit_default_view");
    }

    private static Browser signedIn(String path) {
        Browser browser = new Browser(ConsoleServer.console()).open(path);
        browser.signIn("auditor", ConsoleServer.password());
        return browser;
    }

    @Test
    void view_isSavedAndOpenedByKeyboard() {
        try (Browser browser = signedIn("events?q=operation:Console.*&from=-7d")) {
            browser.find("saveViewButton").sendKeys(Keys.ENTER);
            browser.find("viewName").sendKeys("Use of the console");
            assertEquals(List.of(), browser.accessibilityFaults());
            browser.follow(() -> browser.find("viewName").sendKeys(Keys.ENTER));
            assertEquals("events?q=operation:Console.*&from=-7d", browser.at());
            assertEquals("Use of the console", browser.text("savedViewsButton"));
            browser.click("view-denied");
            assertEquals("events?q=outcome:DENIED&from=-7d", browser.at());
            assertEquals("Saved views", browser.text("savedViewsButton"));
            browser.find("savedViewsButton").sendKeys(Keys.ENTER);
            browser.follow(() -> browser.all("#savedViews a").get(0).sendKeys(Keys.ENTER));
            assertEquals("events?q=operation:Console.*&from=-7d", browser.at());
            assertEquals(List.of(), browser.harm());
        }
    }

    @Test
    void view_isUpdatedToTheListThatIsShown() {
        try (Browser browser = signedIn("events?q=operation:Console.*&from=-7d")) {
            browser.press("saveViewButton");
            browser.find("viewName").sendKeys("Kept name");
            browser.click("viewCreate");
            browser.open("events?q=activity:DELETE&order=oldest");
            browser.press("saveViewButton");
            assertEquals(List.of("Kept name"), browser.texts("#viewReplaced option"));
            assertEquals(List.of(), browser.accessibilityFaults("#saveView"));
            browser.write(folder("replace"));
            browser.click("viewReplace");
            assertEquals("events?q=activity:DELETE&order=oldest", browser.at());
            assertEquals("Kept name", browser.text("savedViewsButton"));
        }
    }

    @Test
    void links_areCopied_oneMovesWithTheTime_theOtherStays() {
        try (Browser browser = signedIn("events?q=operation:Console.*")) {
            browser.driver()
                    .executeScript("window.copied = [];"
                            + "navigator.clipboard.writeText = t => { copied.push(t); return Promise.resolve(); };");
            browser.find("shareButton").sendKeys(Keys.ENTER);
            browser.find("copyMoving").sendKeys(Keys.ENTER);
            browser.until(b -> b.text("shared").equals("The relative link was copied."));
            browser.find("copyFixed").sendKeys(Keys.ENTER);
            browser.until(b -> b.text("shared").equals("The fixed link was copied."));
            assertEquals(List.of(), browser.accessibilityFaults("#share"));
            browser.write(folder("share"));
            List<?> copied = (List<?>) browser.driver().executeScript("return window.copied");
            assertEquals(ConsoleServer.console() + "events?q=operation:Console.*&from=-24h", copied.get(0));
            String fixed = String.valueOf(copied.get(1));
            String time = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z";
            assertTrue(fixed.matches(".*events\\?q=operation:Console\\.\\*&from=" + time + "&to=" + time), fixed);
            List<String> rows = browser.texts("td.t");
            browser.driver().get(fixed);
            assertEquals(rows, browser.texts("td.t"));
            assertEquals(List.of(), browser.all("#shareMoving"), "a fixed range has no link that moves");
        }
    }

    private Path folder(String name) {
        return Path.of(System.getProperty("views.pictures", folder.toString())).resolve(name + ".png");
    }
}

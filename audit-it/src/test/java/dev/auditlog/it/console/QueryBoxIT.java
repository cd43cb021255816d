package dev.auditlog.it.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.it.ConsoleServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The query's box, in a browser: what it does with queries that are too long, or meant otherwise. */
class QueryBoxIT {

    private static final String LIST = "events?from=2001-09-09&to=2001-09-10";

    private static Browser signedIn(String path) {
        Browser browser = new Browser(ConsoleServer.console()).open(path);
        browser.signIn("auditor", ConsoleServer.password());
        return browser;
    }

    @Test
    void query_thatIsLongerThanAQueryMayBe_isNotCutSilently() {
        try (Browser browser = signedIn(LIST)) {
            browser.find("q").sendKeys("\"" + "a".repeat(2_001) + "\"");
            browser.click("find");
            assertTrue(browser.text("queryProblem").contains("The query has 2003 characters."), browser.pageText());
        }
    }

    @Test
    void query_thatFitsIntoNoAddress_isToldSoInItsBox() {
        try (Browser browser = signedIn(LIST)) {
            browser.driver().executeScript("document.getElementById('q').value = '数'.repeat(700);");
            browser.find("find").click();
            assertEquals(LIST, browser.at());
            assertEquals(
                    "The query takes 6,332 bytes in an address; 3,300 fit. Shorten it, or split it into several.",
                    browser.driver().executeScript("return document.getElementById('q').validationMessage;"));
            browser.driver().executeScript("document.getElementById('q').value = '';");
            browser.find("q").sendKeys("数");
            browser.click("find");
            assertTrue(browser.at().contains("q=%E6%95%B0"), browser.at());
            assertEquals(List.of(), browser.harm());
        }
    }

    @Test
    void faultyPart_isSelected_andNothingAfterIt() {
        try (Browser browser = signedIn(LIST + "&q=outcome:DENYED+status:500")) {
            assertEquals("DENYED", selected(browser));
            browser.open(LIST + "&q=actor:bob+outcom:DENIED");
            assertEquals("outcom", selected(browser));
        }
    }

    private static Object selected(Browser browser) {
        return browser.driver()
                .executeScript("const box = document.activeElement;"
                        + "return box.value.substring(box.selectionStart, box.selectionEnd);");
    }

    @Test
    void operatorOfAnotherLanguage_isSaidToBeAWord() {
        try (Browser browser = signedIn(LIST + "&q=actor:alice+OR+actor:bob")) {
            assertTrue(browser.text("queryHint").startsWith("“OR” was looked for as a word."), browser.pageText());
            assertEquals(List.of(), browser.accessibilityFaults());
        }
    }
}

package dev.auditlog.it.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.it.ConsoleServer;
import dev.auditlog.it.SeededEvent;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;

/** A link that one person copies shows another one the same: other browser, other zone, nothing remembered. */
class LinkIT {

    private static final String CHAIN = "link-1";
    private static final String LIST =
            "events?q=chain:link-1+actor:bob&from=2001-09-09T01:46:40Z&to=2001-09-09T01:46:41Z&order=oldest";
    private static final String OTHER = "linda";

    @BeforeAll
    static void seed() {
        ConsoleServer.recorder("audit@" + ConsoleServer.ownNode()); // makes the tables
        forget();
        ConsoleServer.change("insert into audit_account (name_key, name, display_name, password_hash, roles, disabled,"
                + " must_change, created_us, changed_us) select '" + OTHER + "', '" + OTHER
                + "', 'Linda Lee', password_hash, roles, disabled, must_change, created_us, changed_us"
                + " from audit_account where name_key = 'auditor'");
        ConsoleServer.change("insert into audit_default_view (person, view_key) values ('" + OTHER + "', 'denied')");
        for (int i = 1; i <= 60; i++) {
            ConsoleServer.change(new SeededEvent(CHAIN, i)
                    .actor(i % 10 == 0 ? "ann" : "bob", "Somebody")
                    .target("Order", "l-1")
                    .with("request_method", "PUT")
                    .with("request_path", "/orders/l-1")
                    .with("request_truncated", false)
                    .with("request_data", "{\"amount\":" + i + "}")
                    .with("redacted", "[]")
                    .sql());
        }
        ConsoleServer.untilFound(CHAIN, 60);
    }

    @AfterAll
    static void forget() {
        ConsoleServer.change(
                "delete from audit_event where chain = '" + CHAIN + "'",
                "delete from audit_default_view where person = '" + OTHER + "'",
                "delete from audit_account where name_key = '" + OTHER + "'");
    }

    private static Browser first() {
        Browser browser = new Browser(ConsoleServer.console());
        browser.mayReadTheClipboard();
        browser.open(LIST).signIn("auditor", ConsoleServer.password());
        return browser;
    }

    /** Opens a link where nobody is signed in, and signs in. */
    private static Browser second(String link) {
        Browser browser = new Browser(ConsoleServer.console()).open("sign-in");
        browser.driver()
                .manage()
                .addCookie(new Cookie.Builder("audit-zone", "Asia%2FTokyo")
                        .path("/audit/")
                        .build());
        browser.driver().get(link);
        browser.signIn(OTHER, ConsoleServer.password());
        assertEquals(link.replaceFirst("#.*", ""), browser.driver().getCurrentUrl());
        return browser;
    }

    private static List<String> events(Browser browser) {
        return browser.all("#events a.open").stream()
                .map(open -> open.getAttribute("data-event"))
                .toList();
    }

    private static List<String> history(Browser browser) {
        return browser.all("#history a.when").stream()
                .map(open -> open.getAttribute("data-event"))
                .toList();
    }

    private static String shared(Browser browser, String link) {
        browser.find("shareButton").sendKeys(Keys.ENTER);
        browser.find(link).sendKeys(Keys.ENTER);
        browser.until(b -> !b.text("shared").isEmpty());
        browser.find(link).sendKeys(Keys.ESCAPE);
        return browser.clipboard();
    }

    @Test
    void address_ofAListWithAnEventOpen_showsTheSame() {
        try (Browser browser = first()) {
            browser.click("newer");
            assertEquals(4, events(browser).size());
            browser.openEvent(1);
            browser.press("historyOlder");
            browser.until(b -> b.at().contains("&history="));
            List<String> history = history(browser);
            String open = browser.find("drawer").getAttribute("data-event");
            try (Browser other = second(browser.driver().getCurrentUrl())) {
                assertEquals(events(browser), events(other));
                assertEquals(open, other.find("drawer").getAttribute("data-event"));
                assertEquals(history, history(other));
                assertEquals(browser.text("shown"), other.text("shown"));
                assertEquals("Asia/Tokyo", other.find("zoneLocal").getAttribute("title"));
                assertEquals(
                        browser.all("td.t time").get(0).getAttribute("datetime"),
                        other.all("td.t time").get(0).getAttribute("datetime"));
            }
        }
    }

    @Test
    void sharedLinks_openTheEventThatIsOpen_andNoneWhereItWasClosed() {
        try (Browser browser = first()) {
            browser.openEvent(2);
            String open = browser.find("drawer").getAttribute("data-event");
            String link = shared(browser, "copyFixed");
            try (Browser other = second(link)) {
                assertEquals(events(browser), events(other));
                assertEquals(open, other.find("drawer").getAttribute("data-event"));
            }
            browser.press("close");
            assertEquals(link.replace("&event=" + open, ""), shared(browser, "copyFixed"));
        }
    }

    @Test
    void fixedLink_ofAListThatMoves_showsTheSameLater() {
        try (Browser browser = first()) {
            browser.open("events?q=operation:Console.*&from=-1h");
            browser.openEvent(0);
            List<String> events = events(browser);
            String link = shared(browser, "copyFixed");
            assertTrue(link.matches(".*&from=\\d{4}-[^&]*Z&to=\\d{4}-[^&]*Z&event=.*"), link);
            try (Browser other = second(link)) { // its sign-in is of such an operation too, and later
                assertEquals(events, events(other));
                assertEquals(
                        browser.find("drawer").getAttribute("data-event"),
                        other.find("drawer").getAttribute("data-event"));
            }
        }
    }

    @Test
    void comparison_showsTheSame_andLeadsBackToTheSameList() {
        try (Browser browser = first()) {
            browser.openEvent(5);
            browser.click("compare");
            browser.click("viewInline");
            List<String> lines = browser.texts("#inline tr");
            assertTrue(lines.size() > 1, lines::toString);
            try (Browser other = second(browser.driver().getCurrentUrl())) {
                assertEquals(lines, other.texts("#inline tr"));
                browser.click("back");
                other.click("back");
                assertEquals(browser.at(), other.at());
                assertEquals(events(browser), events(other));
            }
        }
    }
}

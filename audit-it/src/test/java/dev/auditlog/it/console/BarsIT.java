package dev.auditlog.it.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.it.ConsoleServer;
import dev.auditlog.it.SeededEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The bars above the list, in the reader's zone, on a day in which Berlin set its clocks back. */
class BarsIT {

    private static final String CHAIN = "bars-1";
    private static final String LIST = "events?q=chain:bars-1";
    private static final Instant SEEDED_FROM = Instant.parse("2001-09-09T01:46:40Z");

    /** Each half-hour from noon to noon. */
    private static final Instant FIRST = Instant.parse("2001-10-27T12:00:00Z");

    private static final int EVENTS = 48;

    @BeforeAll
    static void seed() {
        ConsoleServer.recorder("audit@" + ConsoleServer.ownNode()); // makes the tables
        ConsoleServer.change("delete from audit_event where chain = '" + CHAIN + "'");
        long first = FIRST.toEpochMilli() - SEEDED_FROM.toEpochMilli();
        String[] rows = new String[EVENTS];
        for (int i = 0; i < EVENTS; i++) {
            rows[i] = new SeededEvent(CHAIN, i + 1, first + i * 1_800_000L).sql();
        }
        ConsoleServer.change(rows);
    }

    private static Browser in(String zone, String range) {
        Browser browser = new Browser(ConsoleServer.console()).open(LIST + range);
        browser.driver()
                .manage()
                .addCookie(new Cookie.Builder("audit-zone", zone.replace("/", "%2F"))
                        .path("/audit/")
                        .build());
        browser.signIn("auditor", ConsoleServer.password());
        return browser;
    }

    private static WebElement bar(Browser browser, String label) {
        return browser.all("#bars a[aria-label^='" + label + "']").get(0);
    }

    @Test
    void day_inWhichTheClockIsSetBack_isOneBarFromMidnightToMidnight() {
        try (Browser browser = in("Europe/Berlin", "&from=2001-10-01T10:07:31Z&to=2001-11-15T10:07:31Z")) {
            WebElement day = bar(browser, "28 Oct 2001");
            assertEquals("28 Oct 2001 00:00 – 29 Oct 2001 00:00: 28 Success", day.getAttribute("aria-label"));
            assertEquals(
                    "/audit/" + LIST + "&from=2001-10-27T22:00:00Z&to=2001-10-28T23:00:00Z",
                    day.getDomAttribute("href"));
            assertEquals(
                    List.of("8 Oct 2001", "15 Oct 2001"),
                    browser.texts("#axis text").subList(0, 2));
            day.sendKeys(Keys.ARROW_LEFT);
            WebElement before = browser.driver().switchTo().activeElement();
            assertEquals("27 Oct 2001 00:00 – 28 Oct 2001 00:00: 20 Success", before.getAttribute("aria-label"));
            browser.follow(() -> before.sendKeys(Keys.ENTER));
            assertEquals("20 Success", browser.find("bars").getAttribute("aria-label"));
        }
    }

    @Test
    void hour_thatComesTwice_isTwoBars() {
        try (Browser browser = in("Europe/Berlin", "&from=2001-10-27T22:00:00Z&to=2001-10-29T22:00:00Z")) {
            assertEquals(48, browser.all("#bars a").size());
            assertEquals(
                    "28 Oct 2001 02:00 (+02:00) – 28 Oct 2001 02:00 (+01:00): 2 Success",
                    browser.all("#bars a").get(2).getAttribute("aria-label"));
            browser.press("barsTableButton");
            assertEquals(
                    "28 Oct 2001 02:00 (+01:00) – 28 Oct 2001 03:00",
                    browser.all("#barsTable tbody tr td:first-child").get(3).getText());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "Asia/Kolkata", "UTC"})
    void bars_thatTheRangeCuts_sayOfWhat_andLeadToTheirEvents(String zone) {
        try (Browser browser = in(zone, "&from=2001-10-27T14:10:31Z&to=2001-12-10T10:07:31Z")) {
            cut(browser, "first-child");
            browser.open(LIST + "&from=2001-09-10T14:10:31Z&to=2001-10-28T10:07:31Z");
            cut(browser, "last-child");
        }
    }

    private static void cut(Browser browser, String place) {
        WebElement bar = browser.all("#bars a:" + place).get(0);
        String label = bar.getAttribute("aria-label");
        assertTrue(label.matches(".* \\(part of .*\\): [1-9][0-9]* Success"), label);
        String counted = label.replaceFirst(".*: ", "");
        browser.open(bar.getDomAttribute("href").replaceFirst("^/audit/", ""));
        assertEquals(counted, browser.find("bars").getAttribute("aria-label"));
        assertEquals(
                counted.replaceFirst(" .*", ""),
                String.valueOf(browser.all("#events tbody tr").size()));
    }

    @Test
    void page_withBars_isAccessibleAtEveryWidth() {
        try (Browser browser = in("Asia/Kolkata", "&from=2001-10-27T12:37:31Z&to=2001-10-28T11:07:31Z")) {
            for (int width : new int[] {390, 1280, 1920}) {
                browser.size(width, 900);
                assertEquals(List.of(), browser.accessibilityFaults(), "at " + width);
                assertTrue(browser.overflow() <= 0, "at " + width);
                assertFalse(browser.texts("#axis text").isEmpty());
                browser.write(Path.of("target", "bars", width + ".png"));
            }
            assertEquals(List.of(), browser.harm());
        }
    }
}

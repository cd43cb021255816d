package dev.auditlog.it.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.it.ConsoleServer;
import dev.auditlog.it.SeededEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Every page of the console and everything that opens on one: in order in each language, theme and width. */
class SweepIT {

    private static final String CHAIN = "sweep-1";
    private static final String RANGE = "&from=2001-09-09&to=2001-09-10";
    private static final String LIST = "events?q=chain:sweep-1" + RANGE;
    private static final String SILENT = "{\"accepting\":true,\"perMinute\":12345,\"written\":1234567,\"lastError\":"
            + "\"SQLSTATE 08006 (away)\",\"lastErrorAt\":\"2026-11-25T10:00:00Z\",\"concerns\":[\"AUD-0416 rights\"],"
            + "\"outbox\":{\"open\":1,\"waiting\":12,\"moved\":4,\"aside\":2,\"movedAt\":\"2026-11-25T10:00:00Z\"}}";
    private static final List<String> OUTCOMES = List.of("SUCCESS", "DENIED", "FAILURE", "ERROR", "UNKNOWN");

    /** What opens on a list: by its button, and which part of the page it is. */
    private static final Map<String, String> MENUS = Map.of(
            "rangeButton", "#range",
            "shareButton", "#share",
            "saveViewButton", "#saveView",
            "actorButton", "#actorMenu",
            "outcomeButton", "#outcomeMenu",
            "columnsButton", "#columnsMenu",
            "barsTableButton", "#barsTable",
            "whoButton", "#who",
            "keysButton", "#keys",
            "exportButton", "#exportDialog");

    private static String event;
    private static String other;

    @BeforeAll
    static void seed() {
        ConsoleServer.recorder("audit@" + ConsoleServer.ownNode()); // makes the tables
        forget();
        for (int i = 1; i <= 8; i++) {
            SeededEvent one = new SeededEvent(CHAIN, i)
                    .actor("bob", "Bob Ray")
                    .target("Order", "s-1")
                    .ip("203.0.113.7", "00000000000000000000ffffcb007107")
                    .with("outcome", OUTCOMES.get(i % OUTCOMES.size()))
                    .with("tx_outcome", i == 4 ? "ROLLED_BACK" : "COMMITTED")
                    .with("status", 200)
                    .with("actor_group", "sales")
                    .with("actor_session", "session-1")
                    .with("request_method", "PUT")
                    .with("request_path", "/sample/api/orders/s-1")
                    .with("content_type", "application/json")
                    .with("request_truncated", false)
                    .with("request_data", "{\"amount\":" + i + ",\"card\":\"[redacted]\"}")
                    .with("redacted", "[\"/card\"]");
            ConsoleServer.change(one.sql());
            other = event;
            event = one.id();
        }
        ConsoleServer.untilFound(CHAIN, 8);
        recorder("sweep", -3_600);
        ConsoleServer.change(
                "insert into audit_coverage (id, application, node, module, told_us, digest, methods) values"
                        + " ('sweep@n1', 'sweep', 'n1', '/sweep', 1000000000000000, '1', '[{\"type\":\"A\",\"method\":\"b\","
                        + "\"verb\":\"DELETE\",\"path\":\"/a\",\"grounds\":\"NOT_ANNOTATED\"}]')");
    }

    /** One that spoke, or will speak, so many seconds from now. */
    private static void recorder(String application, int seconds) {
        long beatUs = Instant.now().plusSeconds(seconds).toEpochMilli() * 1_000;
        ConsoleServer.change("insert into audit_recorder (chain, application, node, started_us, beat_us, stopped_us,"
                + " figures) values ('" + application + "@n1', '" + application + "', 'n1', "
                + (beatUs - 9_000_000_000L)
                + ", " + beatUs + ", null, '" + SILENT.replace("true,", "false,") + "')");
    }

    @AfterAll
    static void forget() {
        ConsoleServer.change(
                "delete from audit_event where chain = '" + CHAIN + "'",
                "delete from audit_recorder where application in ('sweep', 'sweep-2')",
                "delete from audit_coverage where application = 'sweep'",
                "delete from audit_view");
    }

    private static Browser signedIn(String name) {
        Browser browser = new Browser(ConsoleServer.console()).open("events");
        browser.signIn(name, ConsoleServer.password());
        return browser;
    }

    private static void openMenu(Browser browser, String path, String button) {
        browser.open(path);
        browser.press(button);
    }

    @Test
    void pages_beforeAndAfterASignIn_areInOrder() {
        try (Browser browser = new Browser(ConsoleServer.console())) {
            Sweep sweep = new Sweep(browser);
            sweep.look("sign-in", b -> b.open("sign-in?to=%2Fevents"));
            sweep.look("wrong password", b -> b.open("sign-in").signIn("auditor", "wrong password"));
            browser.open("sign-in").signIn("auditor", ConsoleServer.password());
            sweep.look("forbidden", b -> b.open("accounts"));
            sweep.look("export without the role", b -> b.open("export?q=outcome:DENIED"));
            sweep.look("not found", b -> b.open("nothing-here"));
            sweep.look("method not allowed", b -> {
                b.open("coverage");
                b.follow(() -> b.driver()
                        .executeScript("const f = document.createElement('form'); f.method = 'post';"
                                + " f.action = 'coverage'; document.body.append(f); f.submit();"));
            });
            sweep.look("signed out", b -> {
                b.open("sign-in").signIn("auditor", ConsoleServer.password());
                b.press("whoButton");
                b.click("signOut");
            });
            assertEquals(List.of(), sweep.faults());
        }
    }

    @Test
    void list_withWhateverOpensOnIt_isInOrder() {
        try (Browser browser = signedIn("exporter")) {
            Sweep sweep = new Sweep(browser);
            sweep.look("list", b -> b.open(LIST));
            sweep.look("nothing found", b -> b.open("events?q=actor:nobody-at-all" + RANGE));
            sweep.look("unreadable query", b -> b.open("events?q=nonsense:1"));
            sweep.look("unreadable range", b -> b.open("events?from=yesterday"));
            sweep.look("completion", ".q", b -> {
                b.open(LIST);
                b.find("q").sendKeys(" outcome:");
                b.until(now -> !now.all("#qList li .count").isEmpty());
                b.find("q").sendKeys(Keys.ARROW_DOWN);
            });
            MENUS.forEach((button, part) -> sweep.look(button, part, b -> openMenu(b, LIST, button)));
            sweep.look("facets on a phone", "#facets", b -> {
                b.size(390, 900);
                openMenu(b, LIST, "facetsButton");
            });
            sweep.look("export done", "#exportDialog", b -> {
                openMenu(b, LIST, "exportButton");
                b.press("exportStart");
                b.until(now -> now.find("exportEnd").isDisplayed());
            });
            sweep.look("live", b -> {
                b.open("events?q=reason:none&live=true")
                        .until(now -> now.text("liveState").length() > 10);
                b.driver().executeScript("document.getElementById('fresh').hidden = false");
            });
            sweep.look("cannot be live", b -> b.open(LIST + "&live=true"));
            assertEquals(List.of(), sweep.faults());
        }
    }

    @Test
    void event_whereverItIsShown_isInOrder() {
        try (Browser browser = signedIn("exporter")) {
            Sweep sweep = new Sweep(browser);
            String open = LIST + "&event=" + event;
            sweep.look("drawer", b -> b.open(open));
            for (String part : List.of("#group-request", "#history", "#related", "#raw")) {
                // opens all texts, so that what is new beside a part is looked at with the first one
                sweep.look("drawer at " + part, part.equals("#group-request") ? "#drawer" : part, b -> {
                    b.open(open);
                    b.all(".jump a[href='" + part + "']").get(0).click();
                    b.all(".asText summary").forEach(text -> text.sendKeys(Keys.ENTER));
                });
            }
            sweep.look("missing event", "#drawer", b -> b.open(LIST + "&event=00000000-0000-7000-8000-000000000000"));
            sweep.look("page of an event", b -> b.open("events/" + event));
            sweep.look("page of none", b -> b.open("events/none"));
            for (String view : List.of("", "&view=inline", "&of=event")) {
                sweep.look("comparison " + view, b -> b.open("compare?a=" + other + "&b=" + event + view));
            }
            sweep.look("comparison with none", b -> b.open("compare?a=" + other + "&b=none"));
            assertEquals(List.of(), sweep.faults());
        }
    }

    @Test
    void otherPages_andTheBannerOverAll_areInOrder() {
        try (Browser browser = signedIn("admin")) {
            Sweep sweep = new Sweep(browser);
            openMenu(browser, LIST, "saveViewButton");
            browser.find("viewName").sendKeys("Sweep");
            browser.click("viewCreate");
            sweep.look("saved views", "#savedViews", b -> openMenu(b, LIST, "savedViewsButton"));
            sweep.look("views", b -> {
                b.open("views");
                b.all("#savedRows details summary").forEach(change -> change.sendKeys(Keys.ENTER));
            });
            sweep.look("export page", b -> b.open("export?q=chain:sweep-1" + RANGE));
            sweep.look("recorders", b -> b.open("recorders"));
            sweep.look("coverage", b -> b.open("coverage"));
            sweep.look("coverage of nothing", b -> b.open("coverage?q=nothing-like-it"));
            sweep.look("accounts", b -> b.open("accounts"));
            sweep.look("password", b -> b.open("password"));
            recorder("sweep-2", 3_600); // lives, and refuses
            sweep.look(
                    "banner", b -> b.until(now -> !now.open(LIST).all("#alarm").isEmpty()));
            assertEquals(List.of(), sweep.faults());
        }
    }
}

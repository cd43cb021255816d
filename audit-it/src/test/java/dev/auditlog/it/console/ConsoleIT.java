package dev.auditlog.it.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.demo.DemoProcess;
import dev.auditlog.demo.DemoSettings;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

class ConsoleIT {

    private static final String CONSOLE_PASSWORD = "console-password-1";
    private static final String SAMPLE_PASSWORD = "sample-password-1";
    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String IMAGE = "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path data;

    private static DemoProcess demo;
    private static String order;

    @BeforeAll
    static void startAndCall() throws Exception {
        demo = DemoProcess.start(DemoSettings.read(
                Path.of("../audit-demo/target/demo").toAbsolutePath().normalize(),
                data,
                true,
                Map.of(
                        "DEMO_HTTP_PORT", Integer.toString(DemoProcess.freePort()),
                        "DEMO_CONSOLE_PASSWORD", CONSOLE_PASSWORD,
                        "DEMO_SAMPLE_PASSWORD", SAMPLE_PASSWORD)));
        HttpResponse<String> created = send("alice", "POST", "orders", "{\"customer\":\"Acme\",\"amount\":10}");
        assertEquals(201, created.statusCode());
        order = created.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
        assertEquals(
                200,
                send("alice", "PATCH", "orders/" + order, "{\"note\":\"call first\"}")
                        .statusCode());
        assertEquals(403, send("bob", "DELETE", "orders/" + order, "").statusCode());
        assertEquals(400, send("bob", "POST", "orders", "{\"customer\":").statusCode());
    }

    @AfterAll
    static void stop() {
        if (demo != null) {
            demo.close();
        }
    }

    private static HttpResponse<String> send(String user, String method, String path, String json)
            throws IOException, InterruptedException {
        byte[] pair = (user + ":" + SAMPLE_PASSWORD).getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(demo.sample() + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
                .header("Content-Type", "application/json")
                .header("User-Agent", "</td>" + SCRIPT)
                .method(method, BodyPublishers.ofString(json))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private static Browser browser() {
        return new Browser(demo.console());
    }

    private static Browser signedIn(String path) {
        Browser browser = browser().open(path);
        browser.signIn("admin", CONSOLE_PASSWORD);
        return browser;
    }

    private static String reader(WebElement element) {
        return element.getText().replaceAll("\\s+", " ").strip();
    }

    @Test
    void signIn_wrongThenRight_saysSo_thenShowsTheLink_inANewSession() {
        try (Browser browser = browser().open("events?q=outcome:DENIED+actor:bob")) {
            assertEquals("sign-in?to=%2Fevents%3Fq%3Doutcome%3ADENIED%2Bactor%3Abob", browser.at());
            browser.signIn("admin", "wrong-password");
            assertEquals("The name or the password is wrong.", browser.text("signInProblem"));
            Cookie before = browser.cookie("AUDITSESSION");
            browser.signIn("admin", CONSOLE_PASSWORD);
            assertEquals("events?q=outcome:DENIED+actor:bob", browser.at());
            Cookie after = browser.cookie("AUDITSESSION");
            assertTrue(after.isHttpOnly());
            assertEquals("Lax", after.getSameSite());
            assertNotEquals(before == null ? "" : before.getValue(), after.getValue());
            assertEquals(List.of(), browser.harm());
        }
    }

    @Test
    void deniedDelete_isASentence_inListAndPage() {
        try (Browser browser = signedIn("events?q=target:Order/" + order + "+actor:bob")) {
            assertEquals(1, browser.all("#events tbody tr").size());
            assertEquals("Bob Ray", reader(browser.all("td.actor > a").get(0)));
            assertEquals(
                    "tried to delete Order " + order,
                    browser.all("td.what")
                            .get(0)
                            .getText()
                            .replaceAll("\\s+", " ")
                            .strip());
            assertEquals("⊘ Denied 403", reader(browser.all("td.result .tag").get(0)));
            browser.openEvent(0);
            assertEquals(
                    "Bob Ray tried to delete Order " + order + " and was denied", reader(browser.find("sentence")));
            assertEquals(
                    "⊘ Denied", reader(browser.all("#drawer .f-outcome .tag").get(0)));
            assertTrue(browser.text("json").contains("\"operation\": \"OrderResource.delete\""));
            assertEquals(List.of(), browser.harm());
            browser.find("content").sendKeys(Keys.ESCAPE);
            assertEquals("events?q=target:Order/" + order + "+actor:bob", browser.at());
        }
    }

    @Test
    void filters_changeTheAddress_andTheAddressShowsTheSameElsewhere() {
        String address;
        List<String> rows;
        try (Browser browser = signedIn("events")) {
            browser.click("view-denied");
            assertEquals("events?q=outcome:DENIED", browser.at());
            assertEquals(List.of("outcome: DENIED"), browser.texts(".filter bdi"));
            browser.open("events?q=actor:bob+application:sample");
            address = browser.at();
            rows = browser.texts("td.what");
            browser.follow(() -> browser.all(".filter a").get(0).click());
            assertEquals("events?q=application:sample", browser.at());
        }
        try (Browser other = signedIn(address)) {
            assertEquals(address, other.at());
            assertTrue(rows.size() >= 2, rows::toString);
            assertEquals(rows, other.texts("td.what"));
        }
    }

    @Test
    void facets_countWhatTheListShows_andNarrowIt() {
        try (Browser browser = signedIn("events?q=actor:bob+application:sample")) {
            String shown = browser.text("shown");
            long listed = Long.parseLong(shown.replaceAll(".* ", "").replace(",", ""));
            assertEquals(listed, sum(browser.texts("#facet-outcome li > b")));
            assertEquals(listed, sum(browser.texts(".legend li b")));
            assertEquals(List.of("bob"), browser.texts("#facet-actor li.on > a"));
            List<String> outcomes = browser.texts("#facet-outcome li > a");
            assertTrue(outcomes.contains("Denied"), outcomes::toString);
            int denied = outcomes.indexOf("Denied");
            String count = browser.texts("#facet-outcome li > b").get(denied);
            browser.follow(
                    () -> browser.all("#facet-outcome li > a").get(denied).click());
            assertEquals("events?q=actor:bob+application:sample+outcome:DENIED", browser.at());
            assertTrue(browser.text("shown").endsWith(" " + count), browser.text("shown") + " of " + count);
            assertEquals(List.of("Denied"), browser.texts("#facet-outcome li > a"));
            browser.all("#facet-outcome li > a").get(0).sendKeys(Keys.TAB, Keys.TAB); // behind it: only this, not this
            browser.follow(() -> browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER));
            assertEquals("events?q=actor:bob+application:sample+-outcome:DENIED", browser.at());
            assertFalse(browser.texts("#facet-outcome li > a").contains("Denied"));
            assertEquals(List.of(), browser.harm());
        }
    }

    private static long sum(List<String> counts) {
        return counts.stream()
                .mapToLong(text -> Long.parseLong(text.replace(",", "")))
                .sum();
    }

    @Test
    void bars_areReachedByKey_andLeadToTheirTime() {
        try (Browser browser = signedIn("events?q=application:sample&from=-1h")) {
            assertEquals(61, browser.all("#bars a").size(), "minutes, of which the first and the last are cut");
            assertEquals(1, browser.all("#bars a[tabindex='0']").size());
            List<WebElement> filled = browser.all("#bars a.bar:not(.none)");
            assertFalse(filled.isEmpty());
            WebElement last = browser.all("#bars a").get(60);
            last.sendKeys(Keys.ARROW_LEFT);
            WebElement now = browser.driver().switchTo().activeElement();
            assertEquals(browser.all("#bars a").get(59).getAttribute("aria-label"), now.getAttribute("aria-label"));
            WebElement bar = filled.get(filled.size() - 1);
            String what = bar.getAttribute("aria-label").replaceFirst(".*: ", "");
            assertTrue(what.matches("[0-9,]+ [A-Z].*"), what);
            browser.follow(() -> bar.sendKeys(Keys.ENTER));
            assertTrue(browser.at().matches("events\\?q=application:sample&from=20.*Z&to=20.*Z"), browser.at());
            assertEquals(what, browser.find("bars").getAttribute("aria-label"), "the part has the events of its bar");
        }
    }

    @Test
    void bars_drawnOver_askForThatTime() {
        try (Browser browser = signedIn("events?q=application:sample&from=-1h")) {
            List<WebElement> bars = browser.all("#bars a");
            WebElement first = bars.get(30).findElement(By.cssSelector("rect.hit"));
            WebElement last = bars.get(60).findElement(By.cssSelector("rect.hit"));
            String from = bars.get(30).getDomAttribute("href").replaceFirst(".*[?&](from=[^&]*).*", "$1");
            String to = bars.get(60).getDomAttribute("href").replaceFirst(".*[?&](to=[^&]*).*", "$1");
            browser.follow(() -> new Actions(browser.driver())
                    .moveToElement(first)
                    .clickAndHold()
                    .moveToElement(last)
                    .release()
                    .perform());
            assertTrue(browser.at().startsWith("events?q=application:sample&" + from + "&to="), browser.at());
            assertTrue(browser.at().endsWith("&" + to), browser.at());
            List<WebElement> drawn = browser.all("#bars a");
            assertFalse(drawn.get(0).getAttribute("aria-label").contains("part of"), "drawn from where a bar began");
        }
    }

    @Test
    void counts_asATable_andOnAPhone_areReached() {
        try (Browser browser = signedIn("events?q=application:sample")) {
            browser.press("barsTableButton");
            int bars = browser.all("#bars a").size();
            assertTrue(bars == 49 || bars == 48, bars + " half-hours");
            assertEquals(bars, browser.all("#barsTable tbody tr").size());
            browser.press("barsTableButton");
            browser.size(390, 844);
            assertFalse(browser.find("facets").isDisplayed());
            browser.press("facetsButton");
            assertTrue(browser.find("facets").isDisplayed());
            assertEquals("true", browser.find("facetsButton").getAttribute("aria-expanded"));
            assertEquals(List.of(), browser.accessibilityFaults());
        }
    }

    @Test
    void emptyResult_andUnreadableQuery_sayWhy() {
        try (Browser browser = signedIn("events?q=actor:nobody")) {
            assertTrue(browser.text("empty").startsWith("No event matches these filters"));
            browser.open("events?q=foo:bar");
            assertTrue(browser.text("queryProblem").contains("AUD-0502 \"foo:\" is no qualifier. Allowed: actor,"));
            assertTrue(browser.text("empty").startsWith("The query cannot be read"));
            assertEquals(List.of(), browser.harm());
        }
    }

    @Test
    void olderPages_showEveryEventOnce_asManyAsTheyCount() {
        try (Browser browser = signedIn("events?q=actor:alice+application:sample")) {
            int count = Integer.parseInt(browser.text("shown").replace("1–50 of ", ""));
            List<String> found = new ArrayList<>(links(browser));
            while (browser.find("older").getAttribute("aria-disabled") == null) {
                browser.click("older");
                found.addAll(links(browser));
            }
            assertTrue(count > 100, "the demo's traffic has " + count);
            assertEquals(count, found.size());
            assertEquals(count, new HashSet<>(found).size());
        }
    }

    private static List<String> links(Browser browser) {
        return browser.all("#events a.open").stream()
                .map(link -> link.getAttribute("data-event"))
                .toList();
    }

    @Test
    void markup_inEverythingThatIsSent_isText_andRunsNothing() throws Exception {
        send("alice", "GET", "orders/" + IMAGE, "");
        send("alice", "GET", "orders?state=%22%3E" + IMAGE, "");
        String note = "{\"customer\":\"\\\" onmouseover=\\\"alert(1)\\\" x=\\\"\",\"amount\":1,\"note\":\"" + SCRIPT
                + " #{7*7}\"}";
        assertEquals(201, send("carol", "POST", "orders", note).statusCode());
        try (Browser browser = signedIn("events?q=actor:carol+operation:OrderResource.create")) {
            browser.openEvent(0);
            assertTrue(browser.text("dataJson").contains(SCRIPT + " #{7*7}"), browser.text("dataJson"));
            assertTrue(browser.pageText().contains("</td>" + SCRIPT));
            assertEquals(List.of(), browser.harm());
            browser.open("events?q=operation:OrderResource.list,OrderResource.read+outcome:FAILURE");
            assertTrue(browser.pageText().contains("<img src=x onerror=alert(1)>"));
            assertEquals(List.of(), browser.harm());
        }
    }

    @Test
    void useOfTheConsole_isRecorded_andSignOutEndsTheSession() {
        try (Browser browser = browser().open("sign-in")) {
            browser.signIn("exporter", "wrong-password");
            browser.signIn("exporter", CONSOLE_PASSWORD);
            browser.open("events?q=operation:Console.signIn+target:User/exporter");
            assertEquals(List.of("signed in", "tried to sign in"), browser.texts("td.what a.verb"));
            browser.openEvent(1);
            String viewed = browser.at().replaceFirst(".*[?&]event=", "");
            browser.open("events?q=operation:Console.view+actor:exporter");
            assertEquals(List.of("Event " + viewed), browser.texts("td.what a.object"));
            browser.open("events?q=operation:Console.search+actor:exporter");
            browser.openEvent(0);
            String json = browser.text("json");
            assertTrue(json.contains("\"query\": \"operation:Console."), json);
            browser.press("whoButton");
            browser.click("signOut");
            assertEquals("sign-in", browser.at());
            browser.open("events?q=actor:bob");
            assertEquals("sign-in?to=%2Fevents%3Fq%3Dactor%3Abob", browser.at());
        }
    }

    @Test
    void accounts_areChangedByTheAdmin_andRefusedToOthers() {
        try (Browser browser = signedIn("accounts")) {
            browser.find("addName").sendKeys("dora");
            browser.find("addDisplayName").sendKeys("Dora Lee");
            browser.click("add");
            String password = browser.text("oneTimePassword");
            assertEquals(20, password.length());
            assertTrue(browser.text("done").startsWith("dora was added."));
            try (Browser dora = browser().open("sign-in")) {
                dora.signIn("dora", password);
                assertEquals("password", dora.at());
                dora.find("old").sendKeys(password);
                dora.find("new").sendKeys("a-password-of-my-own");
                dora.find("again").sendKeys("a-password-of-my-own");
                dora.click("change");
                assertEquals("Your password was changed. Your other sessions are over.", dora.text("done"));
                assertEquals(List.of(), dora.harm());
                dora.open("accounts");
                assertTrue(dora.pageText().contains("You may not do that"));
                assertFalse(dora.pageText().contains("Add account"));
            }
            browser.open("events?q=operation:Console.open");
            assertEquals(List.of("tried to open Page /accounts"), browser.texts("td.what"));
        }
    }

    @Test
    void recorders_ofConsoleAndSample_areLive_withTheFiguresOfTheApi() throws Exception {
        try (Browser browser = signedIn("recorders")) {
            assertEquals(
                    List.of("● Live", "● Live"),
                    browser.all("#recorders .tag").stream()
                            .map(ConsoleIT::reader)
                            .toList());
            JsonObject api = ofSample();
            browser.open("recorders");
            for (JsonObject now = ofSample(); !now.equals(api); now = ofSample()) { // a heartbeat came between
                api = now;
                browser.open("recorders");
            }
            String row = "tbody[data-chain='" + api.getString("chain") + "'] td.";
            assertTrue(api.getInt("written") > 100, api::toString);
            for (String key : List.of("written", "waited", "refused", "lost", "spooled", "queued")) {
                assertEquals(
                        String.format(Locale.ENGLISH, "%,d", api.getInt(key)),
                        browser.texts(row + key).get(0),
                        key);
            }
            assertEquals(
                    api.getString("beatAt"),
                    browser.all(row + "beat time").get(0).getAttribute("datetime"));
        }
    }

    private static JsonObject ofSample() throws IOException, InterruptedException {
        byte[] pair = ("auditor:" + CONSOLE_PASSWORD).getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(demo.console().resolve("api/status"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
                .build();
        String text = CLIENT.send(request, BodyHandlers.ofString()).body();
        return Json.createReader(new StringReader(text)).readObject().getJsonArray("recorders").stream()
                .map(JsonValue::asJsonObject)
                .filter(recorder -> recorder.getString("application").equals("sample"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void pictures_ofTheReadme_areWrittenWhenAskedFor() {
        Path images = Boolean.getBoolean("screenshots.write") ? Path.of("../docs/images") : data.resolve("images");
        try (Browser browser = signedIn("events?q=application:sample")) {
            for (String theme : List.of("dark", "light")) {
                browser.theme(theme);
                browser.open("events?q=application:sample");
                browser.write(images.resolve("events-" + theme + ".png"));
            }
            browser.size(390, 844);
            browser.write(images.resolve("phone.png"));
            browser.size(1280, 800);
            browser.open("events?q=operation:OrderResource.delete+actor:bob+-target:Order/" + order);
            browser.openEvent(0);
            browser.write(images.resolve("event.png"));
            for (String name : List.of("events-dark", "events-light", "phone", "event")) {
                long size = images.resolve(name + ".png").toFile().length();
                assertTrue(size > 10_000 && size < 300 * 1024, name + " has " + size + " bytes");
            }
        }
    }
}

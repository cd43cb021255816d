package dev.auditlog.it.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.it.ConsoleServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Exports from the list, in a browser: what is said before, how far it is, and the file that comes of it. */
class ExportDialogIT {

    private static final String LIST = "events?q=operation:Console.signIn+target:User/exporter&from=-7d";

    /** What a script reads piece by piece lies in the page's memory until the file is whole. */
    private static final String COUNT_PIECES =
            """
            const read = ReadableStreamDefaultReader.prototype.read;
            window.pieces = 0;
            ReadableStreamDefaultReader.prototype.read = function () {
                window.pieces++;
                return read.call(this);
            };
            """;

    @TempDir
    Path folder;

    private Browser signedIn(String name, String path) {
        Browser browser = new Browser(ConsoleServer.console()).open(path);
        browser.signIn(name, ConsoleServer.password());
        browser.downloadsTo(folder);
        return browser;
    }

    @Test
    void export_byKeyboard_saysWhatLeaves_andEndsInAFileWithItsDigest() {
        try (Browser browser = signedIn("exporter", LIST)) {
            String count = browser.text("shown").replaceFirst(".* of ", "").replaceFirst(" .*", "");
            browser.find("exportButton").sendKeys(Keys.ENTER);
            assertEquals("operation:Console.signIn target:User/exporter", browser.text("exportFilter"));
            assertEquals(count, browser.text("exportAmount"));
            assertTrue(browser.text("exportRange").endsWith(" UTC"), browser.text("exportRange"));
            browser.find("format-jsonl").sendKeys(Keys.ARROW_DOWN);
            assertTrue(browser.find("format-csv").isSelected());
            for (String theme : List.of("light", "dark")) {
                browser.driver().executeScript("document.documentElement.dataset.theme = arguments[0]", theme);
                assertEquals(List.of(), browser.accessibilityFaults(), theme);
                browser.write(picture("export-" + theme));
            }
            browser.driver().executeScript(COUNT_PIECES);
            browser.find("exportStart").sendKeys(Keys.ENTER);
            browser.until(b -> b.find("exportEnd").isDisplayed());
            assertEquals(0L, browser.driver().executeScript("return window.pieces"), "the browser alone has the file");
            assertTrue(browser.text("exportEnd").startsWith(count + " events, "), browser.text("exportEnd"));
            assertEquals(
                    "exportClose", browser.driver().switchTo().activeElement().getAttribute("id"));
            browser.until(b -> ExportedFile.in(folder).isPresent());
            assertEquals(ExportedFile.in(folder).orElseThrow().digest(), browser.text("exportSha"));
            JsonObject end = ConsoleServer.events("operation = 'ExportResource.export' and attributes like '%sha256%'"
                            + " and actor_id = 'exporter'")
                    .stream()
                    .reduce((a, b) -> b)
                    .orElseThrow();
            assertTrue(end.getString("attributes").contains(browser.text("exportSha")));
            assertEquals(List.of(), browser.accessibilityFaults());
            browser.write(picture("export-done"));
            browser.press("exportClose");
            assertEquals(
                    "exportButton", browser.driver().switchTo().activeElement().getAttribute("id"));
            assertEquals(List.of(), browser.harm());
        }
    }

    @Test
    void export_onASlowLine_showsHowFarItIs_andIsCancelled() throws IOException {
        try (Browser browser = signedIn("exporter", "events?from=-30d&to=now")) {
            browser.press("exportButton");
            browser.driver().executeCdpCommand("Network.enable", Map.of());
            browser.driver()
                    .executeCdpCommand(
                            "Network.emulateNetworkConditions",
                            Map.of(
                                    "offline",
                                    false,
                                    "latency",
                                    500,
                                    "downloadThroughput",
                                    300,
                                    "uploadThroughput",
                                    3_000));
            browser.press("exportStart");
            browser.until(b -> b.text("exportFar").matches("[\\d,]+ events, .*"));
            assertEquals(
                    "exportCancel", browser.driver().switchTo().activeElement().getAttribute("id"));
            browser.find("exportCancel").sendKeys(Keys.ESCAPE);
            assertTrue(browser.find("exportDialog").isDisplayed(), "Escape throws no export away");
            assertEquals(List.of(), browser.accessibilityFaults());
            browser.write(picture("export-running"));
            browser.press("exportCancel");
            browser.until(b -> b.find("exportEnd").isDisplayed());
            assertTrue(
                    browser.text("exportEnd").startsWith("The export was cancelled after "), browser.text("exportEnd"));
            assertFalse(browser.find("exportDigest").isDisplayed());
            try (Stream<Path> files = Files.list(folder)) {
                assertEquals(0, files.count(), "nothing is kept");
            }
        }
    }

    @Test
    void export_withoutTheRole_isNotOffered_andItsPageSaysWhy() {
        try (Browser browser = signedIn("auditor", LIST)) {
            assertEquals(List.of(), browser.all("#exportButton"));
            browser.open("export?q=outcome:DENIED");
            assertTrue(browser.text("exportRefused").contains("role exporter"));
            assertEquals(List.of(), browser.all("#exportForm"));
            assertEquals(List.of(), browser.accessibilityFaults());
        }
    }

    @Test
    void page_ofItsOwn_asksTheSame_alsoOnAPhone() {
        try (Browser browser = signedIn("exporter", LIST)) {
            String page = browser.find("exportButton").getAttribute("href");
            browser.driver().get(page);
            assertEquals("operation:Console.signIn target:User/exporter", browser.text("exportFilter"));
            assertEquals(7, browser.all("#exportFormats input").size());
            assertEquals(List.of(), browser.accessibilityFaults());
            browser.size(390, 844);
            assertTrue(browser.overflow() <= 0, "too wide by " + browser.overflow());
            browser.write(picture("export-phone"));
            browser.open(LIST);
            browser.press("exportButton");
            assertTrue(browser.overflow() <= 0, "too wide by " + browser.overflow());
            browser.write(picture("export-dialog-phone"));
            browser.open("export?q=actr:x");
            assertTrue(browser.text("problem").contains("AUD-0502"), browser.text("problem"));
        }
    }

    private Path picture(String name) {
        return Path.of(System.getProperty("views.pictures", "target/views"), name + ".png");
    }
}

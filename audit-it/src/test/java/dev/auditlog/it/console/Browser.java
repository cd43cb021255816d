package dev.auditlog.it.console;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A fresh Chromium with nothing remembered, at the console. */
final class Browser implements AutoCloseable {

    /** For a page on a machine that does other things too. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String WATCH = "window.broken = [];"
            + "document.addEventListener('securitypolicyviolation', e => window.broken.push(e.violatedDirective + ' ' +"
            + " e.blockedURI));"
            + "window.alert = text => window.broken.push('alert ' + text);";

    private final URI console;
    private final ChromeDriver driver;

    Browser(URI console) {
        this.console = console;
        InstalledBrowser installed = InstalledBrowser.here();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(installed.program());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=en",
                "--user-data-dir=" + profile());
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of(installed.driver()).toFile())
                .build();
        driver = new ChromeDriver(service, options);
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
        size(1280, 800);
    }

    private static Path profile() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "browser-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    Browser open(String path) {
        driver.get(console.resolve(path).toString());
        return this;
    }

    void signIn(String name, String password) {
        WebElement field = find("name");
        field.clear();
        field.sendKeys(name);
        find("password").sendKeys(password);
        click("signIn");
    }

    WebElement find(String id) {
        return driver.findElement(By.id(id));
    }

    List<String> texts(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .toList();
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    String text(String id) {
        return find(id).getText();
    }

    /** Clicks what leads to another page, and waits until that is there. */
    void click(String id) {
        follow(() -> find(id).click());
    }

    /** Opens an event of the list beside it, and waits until it is there. */
    void openEvent(int row) {
        String id = find("event-" + row).getAttribute("data-event");
        press("event-" + row);
        new WebDriverWait(driver, PATIENCE)
                .until(d -> !all("#drawer[data-event='" + id + "']").isEmpty() && at().contains("event=" + id));
    }

    /** Clicks what changes this page only. */
    void press(String id) {
        find(id).click();
    }

    /** Does what leads to another page, and waits until that is there, whole. */
    void follow(Runnable step) {
        WebElement left = driver.findElement(By.tagName("html"));
        step.run();
        WebDriverWait patience = new WebDriverWait(driver, PATIENCE);
        patience.until(d -> isGone(left));
        patience.until(d -> "complete".equals(driver.executeScript("return document.readyState")));
    }

    /** Waits for what a script does after a step. */
    void until(Predicate<Browser> state) {
        new WebDriverWait(driver, PATIENCE).until(d -> state.test(this));
    }

    /** While the page changes, Chromium's driver may also say that the node is not of the document, in an error of its own. */
    private static boolean isGone(WebElement element) {
        try {
            element.isEnabled();
            return false;
        } catch (StaleElementReferenceException gone) {
            return true;
        } catch (WebDriverException e) {
            if (String.valueOf(e.getMessage()).contains("does not belong to the document")) {
                return true;
            }
            throw e;
        }
    }

    String pageText() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** Address of the page, from the console's root on. */
    String at() {
        return driver.getCurrentUrl().substring(console.toString().length());
    }

    Cookie cookie(String name) {
        return driver.manage().getCookieNamed(name);
    }

    /** What the browser asks for from now on. */
    void language(String tag) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", tag)));
    }

    void downloadsTo(Path folder) {
        driver.executeCdpCommand(
                "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
    }

    void mayReadTheClipboard() {
        driver.executeCdpCommand(
                "Browser.grantPermissions",
                Map.of(
                        "origin",
                        console.resolve("/").toString(),
                        "permissions",
                        List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
    }

    String clipboard() {
        return (String) driver.executeAsyncScript("navigator.clipboard.readText().then(arguments[0], arguments[0])");
    }

    void theme(String theme) {
        driver.manage()
                .addCookie(
                        new Cookie.Builder("audit-theme", theme).path("/audit/").build());
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Scripts that ran and policies that were hurt since the last page was opened, and what the console log has. */
    List<String> harm() {
        Object broken = driver.executeScript("return window.broken.join('\\n')");
        List<String> log = driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("Content Security Policy") || message.contains("Uncaught"))
                .toList();
        return String.valueOf(broken).isEmpty()
                ? log
                : Arrays.asList(String.valueOf(broken).split("\n"));
    }

    /** All that the browser's console complains of and all {@link #harm}, but for the status of the page itself. */
    List<String> complaints() {
        String status = driver.getCurrentUrl() + " - Failed to load resource";
        List<String> all = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            boolean isWeak = entry.getLevel().intValue() < Level.WARNING.intValue();
            if (!isWeak && !entry.getMessage().startsWith(status)) {
                all.add(entry.getMessage());
            }
        }
        all.addAll(harm());
        return all;
    }

    /** What axe finds wrong, as rule and elements. */
    List<String> accessibilityFaults() {
        return new AxeBuilder()
                .withTags(WCAG).analyze(driver).getViolations().stream()
                        .map(Browser::fault)
                        .toList();
    }

    /** The same for a part of the page, such as a sheet that lies over other things. */
    List<String> accessibilityFaults(String selector) {
        return new AxeBuilder()
                .withTags(WCAG).include(selector).analyze(driver).getViolations().stream()
                        .map(Browser::fault)
                        .toList();
    }

    private static String fault(Rule rule) {
        return rule.getId() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    /** How far the page is wider than the window, in pixels. */
    long overflow() {
        return (Long) driver.executeScript("return document.documentElement.scrollWidth - window.innerWidth");
    }

    void write(Path picture) {
        try {
            Files.createDirectories(picture.getParent());
            Files.write(picture, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}

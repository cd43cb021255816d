package dev.auditlog.it.console;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Logger;

/**
 * Looks at a state of a page in each language, theme and width for what must be nowhere: a page that scrolls sideways, an
 * error in the browser's console, a text without words, and faults that axe finds; these not in German where they would be
 * those of English, in the dark and in the widest window. A state is made once for each language; its theme and width are
 * switched in place.
 */
final class Sweep {

    static final List<Integer> WIDTHS = List.of(1280, 1920, 390);

    private static final Logger LOG = Logger.getLogger(Sweep.class.getName());
    private static final String AXE = axe();

    /** Lets the page's own scripts answer to a new width, which they do before the next picture. */
    private static final String SETTLE =
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()));";

    private static final String RUN =
            """
            const done = arguments[arguments.length - 1];
            const all = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
            const rules = arguments[0] ? { type: 'rule', values: ['color-contrast'] } : { type: 'tag', values: all };
            axe.run(arguments[1], { runOnly: rules, resultTypes: ['violations'] }).then(
                found => done(found.violations.flatMap(rule => rule.nodes.map(node => rule.id + ' ' + node.html))),
                failure => done(['axe: ' + failure]));
            """;

    private final Browser browser;
    private final List<String> faults = new ArrayList<>();

    Sweep(Browser browser) {
        this.browser = browser;
    }

    /** Makes a state of a page and looks at all of it. */
    void look(String state, Consumer<Browser> opener) {
        look(state, "html", opener);
    }

    /** Makes a state of which one part is new, and lets axe look at this part. */
    void look(String state, String part, Consumer<Browser> opener) {
        long began = System.nanoTime();
        for (String language : List.of("en", "de")) {
            browser.language(language);
            browser.size(1280, 900);
            opener.accept(browser);
            browser.driver().executeScript(AXE);
            for (String theme : List.of("light", "dark")) {
                browser.driver().executeScript("document.documentElement.dataset.theme = arguments[0]", theme);
                for (int width : WIDTHS) {
                    browser.size(width, 900);
                    browser.driver().executeAsyncScript(SETTLE);
                    String where = String.join(" ", state, language, theme, String.valueOf(width));
                    if (language.equals("en") || theme.equals("light") && width < 1920) {
                        axe(where, part, theme.equals("dark"));
                    }
                    if (browser.overflow() > 0) {
                        faults.add(where + ": too wide by " + browser.overflow());
                    }
                }
            }
            lookOnce(state + " " + language, language);
        }
        LOG.info(state + ": " + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms");
    }

    /** A theme changes colours and nothing else that axe has rules for. */
    private void axe(String state, String part, boolean coloursAlone) {
        List<?> found = (List<?>) browser.driver().executeAsyncScript(RUN, coloursAlone, part);
        found.forEach(fault -> faults.add(state + ": " + fault));
    }

    private void lookOnce(String state, String language) {
        String lang = String.valueOf(browser.driver().executeScript("return document.documentElement.lang"));
        if (!lang.equals(language)) {
            faults.add(state + ": lang = " + lang);
        }
        if (browser.driver().getPageSource().contains("???")) {
            faults.add(state + ": a text is missing");
        }
        browser.complaints().forEach(complaint -> faults.add(state + ": " + complaint));
    }

    /** What was found so far, each with the state in which it was. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    private static String axe() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.auditlog.it.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InstalledBrowserTest {

    private static final String STEP =
            "The browser tests need Chrome or Chromium with its driver. Install them, on Debian as root by: "
                    + "apt-get update -qq && apt-get install -y -qq chromium chromium-driver";

    private final FakeMachine machine = new FakeMachine();

    @Test
    void browser_thatIsThere_isTaken_andNothingIsInstalled() {
        machine.programs.addAll(List.of("/usr/bin/google-chrome", "/usr/local/bin/chromedriver", "/usr/bin/apt-get"));
        assertEquals(
                new InstalledBrowser("/usr/bin/google-chrome", "/usr/local/bin/chromedriver"),
                InstalledBrowser.on(machine));
        assertEquals(List.of(), machine.commands);
    }

    @Test
    void browser_missingOnDebianAsRoot_isInstalled() {
        machine.programs.addAll(List.of("/usr/bin/google-chrome", "/usr/bin/apt-get")); // but no driver
        assertEquals(new InstalledBrowser("/usr/bin/chromium", "/usr/bin/chromedriver"), InstalledBrowser.on(machine));
        assertEquals(
                List.of("apt-get update -qq", "apt-get install -y -qq chromium chromium-driver"), machine.commands);
    }

    @Test
    void browser_missingElsewhere_isAskedFor() {
        assertEquals(
                STEP,
                assertThrows(IllegalStateException.class, () -> InstalledBrowser.on(machine))
                        .getMessage());
        assertEquals(List.of(), machine.commands);
    }

    @Test
    void browser_missingAndNotRoot_isAskedFor() {
        machine.programs.add("/usr/bin/apt-get");
        machine.root = false;
        assertEquals(
                STEP,
                assertThrows(IllegalStateException.class, () -> InstalledBrowser.on(machine))
                        .getMessage());
        assertEquals(List.of(), machine.commands);
    }

    @Test
    void installation_thatFails_isNamedWithTheStep() {
        machine.programs.add("/usr/bin/apt-get");
        machine.exit = 100;
        assertEquals(
                "\"apt-get update -qq\" ended with 100. " + STEP,
                assertThrows(IllegalStateException.class, () -> InstalledBrowser.on(machine))
                        .getMessage());
    }

    private static final class FakeMachine implements InstalledBrowser.Machine {

        private final Set<String> programs = new HashSet<>();
        private final List<String> commands = new ArrayList<>();
        private boolean root = true;
        private int exit;

        @Override
        public boolean has(String program) {
            return programs.contains(program);
        }

        @Override
        public boolean isRoot() {
            return root;
        }

        @Override
        public int run(String command) {
            commands.add(command);
            if (command.contains(" install ")) {
                programs.addAll(List.of("/usr/bin/chromium", "/usr/bin/chromedriver"));
            }
            return exit;
        }
    }
}

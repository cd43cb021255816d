package dev.auditlog.it.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * The browser that is on this machine. Where none is, and this is Debian (or a child of it) and the build runs as root,
 * Debian's Chromium is installed; else the message names the step.
 *
 * @param program path of the browser
 * @param driver path of its WebDriver
 */
record InstalledBrowser(String program, String driver) {

    private static final Logger LOG = Logger.getLogger(InstalledBrowser.class.getName());
    private static final List<String> PROGRAMS =
            List.of("/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser");
    private static final List<String> DRIVERS =
            List.of("/usr/bin/chromedriver", "/usr/local/bin/chromedriver", "/usr/lib/chromium/chromedriver");
    private static final String UPDATE = "apt-get update -qq";
    private static final String INSTALL = "apt-get install -y -qq chromium chromium-driver";

    /** What is asked of the machine. */
    interface Machine {

        boolean has(String program);

        boolean isRoot();

        /** Runs a command to its end; the exit code, 0 for success. */
        int run(String command);
    }

    /** Looks for it on this machine. */
    static InstalledBrowser here() {
        return on(new ThisMachine());
    }

    static InstalledBrowser on(Machine machine) {
        return found(machine).orElseGet(() -> {
            install(machine);
            return found(machine)
                    .orElseThrow(() -> new IllegalStateException("\"" + INSTALL
                            + "\" succeeded, and yet there is none of " + PROGRAMS + " or none of " + DRIVERS + "."));
        });
    }

    private static Optional<InstalledBrowser> found(Machine machine) {
        Optional<String> program = PROGRAMS.stream().filter(machine::has).findFirst();
        Optional<String> driver = DRIVERS.stream().filter(machine::has).findFirst();
        return program.flatMap(one -> driver.map(its -> new InstalledBrowser(one, its)));
    }

    private static void install(Machine machine) {
        String step = "The browser tests need Chrome or Chromium with its driver. Install them, on Debian as root by: "
                + UPDATE + " && " + INSTALL;
        if (!machine.has("/usr/bin/apt-get") || !machine.isRoot()) {
            throw new IllegalStateException(step);
        }
        for (String command : List.of(UPDATE, INSTALL)) {
            LOG.info("No browser is installed. Running: " + command);
            int exit = machine.run(command);
            if (exit != 0) {
                throw new IllegalStateException("\"" + command + "\" ended with " + exit + ". " + step);
            }
        }
    }

    private static final class ThisMachine implements Machine {

        @Override
        public boolean has(String program) {
            return Files.isExecutable(Path.of(program));
        }

        @Override
        public boolean isRoot() {
            return "root".equals(System.getProperty("user.name"));
        }

        @Override
        public int run(String command) {
            ProcessBuilder process = new ProcessBuilder(command.split(" "))
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target", "browser-install.txt").toFile());
            process.environment().put("DEBIAN_FRONTEND", "noninteractive");
            try {
                return process.start().waitFor();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while " + command, interrupted);
            }
        }
    }
}

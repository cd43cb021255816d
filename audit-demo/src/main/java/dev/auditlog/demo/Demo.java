package dev.auditlog.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Starts the try-out and stays until it is ended. Maven calls it; design §7 names what can be set.
 *
 * <p>Arguments: {@code micro} or {@code full}, then the project's top folder.
 */
public final class Demo {

    private static final long WATCH_MS = 1000;

    private Demo() {}

    /** Runs the demo; ends the JVM with 1 if it cannot start, or if the server ends by itself. */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try {
            DemoProcess demo =
                    start(arguments[0], Path.of(arguments[1]).toAbsolutePath().normalize(), out);
            Banner.lines(demo).forEach(out::println);
            while (demo.isRunning()) {
                Thread.sleep(WATCH_MS);
            }
            out.println("The server has ended. Its log: " + demo.log());
        } catch (DemoException refused) {
            out.println(refused.getMessage());
        }
        Runtime.getRuntime().exit(1);
    }

    private static DemoProcess start(String kind, Path top, PrintStream out) {
        boolean full = kind.equals("full");
        Path data = top.resolve("demo-data").resolve(kind);
        if (isSet("reset")) {
            Folders.delete(data);
        }
        Path kit = top.resolve("audit-demo/target/demo");
        boolean traffic = !"false".equals(System.getProperty("traffic"));
        DemoSettings settings = DemoSettings.read(kit, data, traffic, System.getenv());
        out.println("Starting Payara " + (full ? "Server with the EAR" : "Micro") + " on port " + settings.port()
                + "; this takes about half a minute.");
        return DemoProcess.start(settings, full ? new FullServer(settings) : new MicroServer(settings));
    }

    private static boolean isSet(String property) {
        String value = System.getProperty(property);
        return value != null && !value.equals("false");
    }
}

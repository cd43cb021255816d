package dev.auditlog.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs commands of a Payara Server's {@code asadmin}. */
final class Asadmin {

    private final Path server;
    private final Map<String, String> environment;

    Asadmin(Path server, Map<String, String> environment) {
        this.server = server;
        this.environment = environment;
    }

    /** Runs one command to its end. */
    void run(String command, String... arguments) {
        Process process = start(command, List.of(arguments));
        try {
            process.getOutputStream().close(); // it shall never ask
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            if (exit != 0) {
                throw DemoMessages.commandFailed(command, exit, output.strip());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Process start(String command, List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                BootCommands.FIRST_COMPILER_ONLY,
                "-jar",
                Folders.require(server.resolve("glassfish/lib/client/appserver-cli.jar"))
                        .toString(),
                command));
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("AS_JAVA", System.getProperty("java.home"));
        try {
            return builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

package dev.auditlog.record;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** A process that appends until it is killed, and says after each append which record is durable. */
final class SpoolVictim {

    private SpoolVictim() {}

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        try (Spool spool = Spool.open(Path.of(arguments[0]), 1L << 30)) {
            for (int i = 0; ; i++) {
                spool.append(List.of(SpoolFaultTest.record(i, 2_000)));
                out.println(i);
                out.flush();
            }
        }
    }
}

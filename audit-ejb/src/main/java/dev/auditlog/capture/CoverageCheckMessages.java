package dev.auditlog.capture;

import dev.auditlog.AuditException;
import java.nio.file.Path;
import java.util.List;

/** AUD-1010 to AUD-1019: what a check of a build's classes says. */
final class CoverageCheckMessages {

    private CoverageCheckMessages() {}

    static AuditException noRoot(Path root) {
        return new AuditException(
                "AUD-1010",
                root + " is neither a folder with classes nor a jar that can be read. Compile first, and name what the"
                        + " build makes, such as target/classes.");
    }

    static AuditException unreadable(List<String> classes) {
        return new AuditException(
                "AUD-1011",
                "These classes use JAX-RS and cannot be loaded, since others that they need are missing:\n  "
                        + String.join("\n  ", classes)
                        + "\nPut what they need on the class path; with Maven, -Dexec.classpathScope=compile has the"
                        + " provided APIs too.");
    }

    static AuditException noOption(String option) {
        return new AuditException(
                "AUD-1012",
                option
                        + " is no option. Allowed: --required=none, --required=mutators (the default) and --required=all,"
                        + " and any number of folders and jars.");
    }
}

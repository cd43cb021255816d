package dev.auditlog.capture;

import dev.auditlog.AuditException;
import dev.auditlog.config.AuditConfig;
import dev.auditlog.config.CoverageRequired;
import dev.auditlog.coverage.CoverageReport;
import dev.auditlog.coverage.CoveredMethod;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The report of coverage for the classes of a build, without a server: by the same rules as at the start of an application.
 *
 * <p>In a test: {@code CoverageCheck.of(OrderResource.class).require(CoverageRequired.MUTATORS)}. From a command line: {@link
 * #main}. Configuration is read as an application reads it: {@code META-INF/audit.properties} beside the classes, and what
 * the environment says. What is known only in a server, such as beans that an extension makes, is not seen. See
 * {@code docs/coverage.md}.
 */
public final class CoverageCheck {

    private static final String REQUIRED = "--required=";

    private final CoverageReport report;
    private final List<String> unreadable;

    private CoverageCheck(CoverageReport report, List<String> unreadable) {
        this.report = report;
        this.unreadable = unreadable;
    }

    /**
     * Looks at class files.
     *
     * @param roots folders and jars, such as {@code target/classes}; what they need must be on the class path
     * @throws AuditException AUD-1010 if one of them cannot be read
     */
    public static CoverageCheck of(Path... roots) {
        try (ClassFiles files = ClassFiles.open(List.of(roots))) {
            List<Class<?>> classes = files.load();
            AuditConfig config = AuditConfig.load(files.loader(), "application");
            CoverageScan scan =
                    new CoverageScan(config, new RuleReader(config, () -> {}), paths(classes), Beans::isAnnotated);
            List<CoveredMethod> methods = scan.of(classes, Set.of());
            List<String> unreadable = new ArrayList<>(files.unreadable());
            unreadable.addAll(scan.unreadable());
            return new CoverageCheck(
                    new CoverageReport(config.application(), "", methods),
                    unreadable.stream().distinct().sorted().toList());
        }
    }

    /** Looks at all classes of the folder or jar that holds a class. */
    public static CoverageCheck of(Class<?> one) {
        try {
            return of(Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(one.getName() + " comes from no file", e);
        }
    }

    /** Without an application that says where it is, the resources stand at the root. */
    private static JaxrsPaths paths(List<Class<?>> classes) {
        JaxrsPaths paths = JaxrsPaths.of(classes);
        return paths.bases().isEmpty() ? new JaxrsPaths(List.of("")) : paths;
    }

    /** What was found. */
    public CoverageReport report() {
        return report;
    }

    /** Classes with JAX-RS annotations that cannot be loaded, since a class that they need is missing. */
    public List<String> unreadable() {
        return unreadable;
    }

    /** The methods as a table, with one line above that sums it up. */
    public String table() {
        return CoverageTable.of(report);
    }

    /**
     * Makes sure that nothing is missing.
     *
     * @throws AuditException AUD-1000 if a method lacks what is required, AUD-1011 if classes cannot be loaded; names each
     */
    public CoverageCheck require(CoverageRequired required) {
        if (required != CoverageRequired.NONE && !unreadable.isEmpty()) {
            throw CoverageCheckMessages.unreadable(unreadable);
        }
        report.require(required);
        return this;
    }

    /**
     * Prints the table and fails if something is missing, so that a build does.
     *
     * @param args folders and jars, {@code target/classes} by default, and {@code --required=none|mutators|all},
     *     mutators by default
     * @throws AuditException AUD-1000 to AUD-1012: what is missing or wrong
     */
    public static void main(String[] args) {
        CoverageRequired required = CoverageRequired.MUTATORS;
        List<Path> roots = new ArrayList<>();
        for (String arg : args) {
            if (arg.startsWith(REQUIRED)) {
                required = required(arg.substring(REQUIRED.length()));
            } else if (arg.startsWith("--")) {
                throw CoverageCheckMessages.noOption(arg);
            } else {
                roots.add(Path.of(arg));
            }
        }
        CoverageCheck check =
                of(roots.isEmpty() ? new Path[] {Path.of("target", "classes")} : roots.toArray(Path[]::new));
        System.out.print(check.table());
        check.require(required);
    }

    private static CoverageRequired required(String word) {
        return Arrays.stream(CoverageRequired.values())
                .filter(value -> value.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> CoverageCheckMessages.noOption(REQUIRED + word));
    }
}

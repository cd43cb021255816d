package dev.auditlog.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One application under load.
 *
 * @param name of the archive, of its context root and in the tables
 * @param packages its classes, each the last part of a package's name below {@code dev.auditlog.bench.app}
 * @param library whether this project's jars are in it
 * @param settings its META-INF/audit.properties
 * @param entities of its own persistence unit, each as package and class below {@code dev.auditlog.bench.app}
 * @param rows query that counts what it has recorded; empty if it records nothing in a database
 */
record Variant(
        String name,
        List<String> packages,
        boolean library,
        Map<String, String> settings,
        List<String> entities,
        String rows) {

    static Variant bare(String name, List<String> packages, List<String> entities, String rows) {
        return new Variant(name, packages, false, Map.of(), entities, rows);
    }

    static Variant audited(String name, List<String> packages, List<String> entities, String guarantee) {
        String application = "bench-" + name;
        return new Variant(
                name,
                packages,
                true,
                Map.of(
                        "audit.application", application,
                        "audit.node", "bench",
                        "audit.capture.guarantee", guarantee),
                entities,
                "select count(*) from audit_event where application = '" + application + "'");
    }

    String properties() {
        return settings.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** Of its one resource. */
    String path() {
        return "/" + name + "/api/orders";
    }
}

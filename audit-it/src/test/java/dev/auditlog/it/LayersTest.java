package dev.auditlog.it;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dependencies point downhill along the record's way: docs/decisions/0001-layers.md. */
class LayersTest {

    private static final String ROOT = "dev.auditlog";
    private static final String JDK = "java..";
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }

    @Test
    void annotations_useOnlyEventsAndJakartaAnnotations() {
        check(onlyUses(ROOT, "dev.auditlog.event", "jakarta.enterprise..", "jakarta.interceptor.."));
    }

    @Test
    void events_useOnlyAnnotationValues() {
        check(onlyUses("dev.auditlog.event", ROOT));
    }

    @Test
    void extensionPoints_useOnlyEvents() {
        check(onlyUses("dev.auditlog.spi", "dev.auditlog.event", ROOT));
    }

    @Test
    void address_usesEventsOnly() {
        check(onlyUses("dev.auditlog.address", ROOT, "dev.auditlog.event", "inet.ipaddr.."));
    }

    @Test
    void hours_useNothing() {
        check(onlyUses("dev.auditlog.hours"));
    }

    @Test
    void redaction_usesEventsAndJsonOnly() {
        check(onlyUses(
                "dev.auditlog.redact", ROOT, "dev.auditlog.event", "jakarta.json..", "javax.xml..", "org.xml.."));
    }

    @Test
    void canonicalForm_usesEventsAndJsonOnly() {
        check(onlyUses("dev.auditlog.canonical", ROOT, "dev.auditlog.event", "jakarta.json.."));
    }

    @Test
    void exportFormats_areFunctionsOfEvents() {
        check(onlyUses("dev.auditlog.export", ROOT, "dev.auditlog.event", "dev.auditlog.canonical", "jakarta.json.."));
    }

    @Test
    void metrics_useNothingOfOurs_andAloneKnowMicroProfile() {
        check(onlyUses(
                "dev.auditlog.metrics", "jakarta.enterprise..", "jakarta.inject..", "org.eclipse.microprofile.."));
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.auditlog.metrics..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.microprofile.."));
    }

    @Test
    void store_usesNoLayerAbove() {
        check(usesNone("dev.auditlog.store", above("store")));
    }

    @Test
    void recorder_usesNoLayerAbove() {
        check(usesNone("dev.auditlog.record", above("record")));
    }

    @Test
    void capture_usesNeitherQueryNorConsole() {
        check(usesNone("dev.auditlog.capture", List.of("query", "account", "view", "web")));
    }

    @Test
    void query_usesNeitherCaptureNorRecorder() {
        check(usesNone("dev.auditlog.query", List.of("capture", "record", "account", "view", "web")));
    }

    @Test
    void accounts_useNeitherCaptureNorRecorder() {
        check(usesNone("dev.auditlog.account", List.of("capture", "record", "query", "view", "web")));
    }

    @Test
    void views_useNeitherCaptureNorRecorder() {
        check(usesNone("dev.auditlog.view", List.of("capture", "record", "account", "web")));
    }

    @Test
    void coverage_usesNoLayerBesideTheStore() {
        check(usesNone("dev.auditlog.coverage", List.of("capture", "record", "query", "account", "web")));
    }

    @Test
    void sql_standsInTheStoreOnly() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.auditlog.store..",
                        "dev.auditlog.query..",
                        "dev.auditlog.account..",
                        "dev.auditlog.view..",
                        "dev.auditlog.record..",
                        "dev.auditlog.coverage..",
                        "dev.auditlog.it..",
                        "dev.auditlog.demo..",
                        "dev.auditlog.stage..",
                        "dev.auditlog.sample..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "java.sql.."));
    }

    @Test
    void packages_haveNoCycles() {
        check(slices().matching("dev.auditlog.(*)..").should().beFreeOfCycles().allowEmptyShould(true));
    }

    private static List<String> above(String layer) {
        List<String> uphill =
                new ArrayList<>(List.of("store", "coverage", "record", "capture", "query", "account", "view", "web"));
        if (layer.equals("record")) {
            uphill.remove("store");
        }
        uphill.remove(layer);
        return uphill;
    }

    private static ArchRule onlyUses(String from, String... to) {
        String[] allowed = new String[to.length + 3];
        System.arraycopy(to, 0, allowed, 0, to.length);
        allowed[to.length] = JDK;
        allowed[to.length + 1] = from;
        allowed[to.length + 2] = "org.jspecify..";
        return classes()
                .that(are(resideInAPackage(from)))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .allowEmptyShould(true);
    }

    private static ArchRule usesNone(String from, List<String> layers) {
        String[] refused = layers.stream().map(l -> "dev.auditlog." + l + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(from + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(refused)
                .allowEmptyShould(true);
    }
}

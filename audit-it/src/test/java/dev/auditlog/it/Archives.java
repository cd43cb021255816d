package dev.auditlog.it;

import dev.auditlog.it.app.RowsServlet;
import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Packs the application under test. The library is what the sample carries in its own WEB-INF/lib. */
final class Archives {

    static final String CONTEXT = "/app";

    private Archives() {}

    /** The whole application with the library. */
    static WebArchive application() {
        return withLibrary(bare()).addPackage("dev.auditlog.it.inside");
    }

    /** The same application, except for what uses the library's types, with the annotations alone. */
    static WebArchive applicationWithoutLibrary() {
        return withAnnotations(bare());
    }

    /** The application that names its classes itself, with the annotations alone. */
    static WebArchive explicitApplicationWithoutLibrary(String name) {
        return withAnnotations(bareExplicitApplication(name));
    }

    private static WebArchive withAnnotations(WebArchive war) {
        library().forEach((name, node) -> {
            if (name.startsWith("audit-api")) {
                war.addAsLibrary(node.getAsset(), name);
            }
        });
        return war;
    }

    /** An application that names its classes itself, with the library. */
    static WebArchive explicitApplication(String name) {
        return withLibrary(bareExplicitApplication(name));
    }

    /** An application that maps all exceptions itself. */
    static WebArchive mappedApplication() {
        return withLibrary(ShrinkWrap.create(WebArchive.class, "mapped.war")
                .addPackage("dev.auditlog.it.mapped")
                .addAsWebInfResource("app/beans.xml", "beans.xml"));
    }

    private static WebArchive bareExplicitApplication(String name) {
        return ShrinkWrap.create(WebArchive.class, name)
                .addPackage("dev.auditlog.it.explicit")
                .addClass(RowsServlet.class)
                .addAsWebInfResource("app/beans.xml", "beans.xml");
    }

    /** The explicit application as one more module of an EAR that carries the library as its EJB module. */
    static EnterpriseArchive explicitApplicationInEar() {
        EnterpriseArchive ear = ShrinkWrap.create(EnterpriseArchive.class, "usage-a.ear");
        library().forEach((name, node) -> {
            if (name.startsWith("audit-ejb")) {
                ear.addAsModule(node.getAsset(), name);
            } else {
                ear.addAsLibrary(node.getAsset(), name);
            }
        });
        return ear.addAsModule(bareExplicitApplication("usage-a.war"));
    }

    /** The console as a WAR, with these lines for its configuration. */
    static WebArchive console(String name, String... lines) {
        File console = TestEnvironment.serverFile("audit-web.war").toFile();
        WebArchive war = ShrinkWrap.create(WebArchive.class, name)
                .merge(ShrinkWrap.createFromZipFile(WebArchive.class, console));
        war.delete("/WEB-INF/classes/META-INF/audit.properties");
        return configured(war, lines);
    }

    /** Puts {@code META-INF/audit.properties} into an archive. */
    static WebArchive configured(WebArchive war, String... lines) {
        return war.addAsResource(new StringAsset(String.join("\n", lines) + "\n"), "META-INF/audit.properties");
    }

    static WebArchive withLibrary(WebArchive war) {
        library().forEach((name, node) -> war.addAsLibrary(node.getAsset(), name));
        return war;
    }

    private static WebArchive bare() {
        return ShrinkWrap.create(WebArchive.class, "app.war")
                .addPackage("dev.auditlog.it.app")
                .addAsResource("app/persistence.xml", "META-INF/persistence.xml")
                .addAsWebInfResource("app/beans.xml", "beans.xml")
                .setWebXML("app/web.xml");
    }

    private static Map<String, Node> library() {
        File sample = TestEnvironment.serverFile("audit-sample.war").toFile();
        WebArchive carrier = ShrinkWrap.createFromZipFile(WebArchive.class, sample);
        Map<String, Node> jars = new TreeMap<>();
        for (Map.Entry<ArchivePath, Node> entry :
                carrier.getContent(Filters.include("/WEB-INF/lib/.*\\.jar")).entrySet()) {
            jars.put(entry.getKey().get().substring("/WEB-INF/lib/".length()), entry.getValue());
        }
        return jars;
    }
}

package dev.auditlog.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.AuditException;
import dev.auditlog.config.CoverageRequired;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks of classes that are compiled here, as a build would have made them. */
class CoverageCheckTest {

    private static final String RESOURCE =
            """
            package shop;
            import jakarta.ws.rs.*;
            import dev.auditlog.*;
            @Path("orders")
            public class OrderResource {
                @POST @Audited(outcomes = Outcomes.ALL) public void create() {}
                @DELETE @Path("{id}") public void delete() {}
                @GET @NotAudited(reason = "a probe") public String ping() { return ""; }
                @GET @Path("{id}") public String read() { return ""; }
            }
            """;
    private static final String APPLICATION =
            """
            package shop;
            @jakarta.ws.rs.ApplicationPath("/api/*")
            public class ShopApplication extends jakarta.ws.rs.core.Application {}
            """;

    @TempDir
    Path folder;

    private Path classes;

    @BeforeEach
    void compile() throws IOException {
        classes = Files.createDirectories(folder.resolve("classes"));
        compile("OrderResource", RESOURCE);
        compile("ShopApplication", APPLICATION);
    }

    private void compile(String name, String source) throws IOException {
        Path file = Files.createDirectories(folder.resolve("src/shop")).resolve(name + ".java");
        Files.writeString(file, source);
        int code = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path") + java.io.File.pathSeparator + classes,
                        "-d",
                        classes.toString(),
                        file.toString());
        assertEquals(0, code);
    }

    private void configured(String... lines) throws IOException {
        Path file = Files.createDirectories(classes.resolve("META-INF")).resolve("audit.properties");
        Files.write(file, List.of(lines));
    }

    @Test
    void table_ofAFolder_hasEachMethodWithItsGrounds() throws IOException {
        configured("audit.application=shop");
        assertEquals(
                """
                shop: 1 of 4 resource methods audited, 1 mutator not
                audited  call    path              method                how
                no       GET     /api/orders       OrderResource.ping    @NotAudited: a probe
                yes      POST    /api/orders       OrderResource.create  @Audited, CREATE, ALL, BEFORE_RESPONSE
                NO       DELETE  /api/orders/{id}  OrderResource.delete  not annotated
                NO       GET     /api/orders/{id}  OrderResource.read    not annotated
                """,
                CoverageCheck.of(classes).table());
    }

    @Test
    void main_withAGap_failsAndNamesIt() {
        var thrown = assertThrows(AuditException.class, () -> CoverageCheck.main(new String[] {classes.toString()}));
        assertEquals("AUD-1000", thrown.code());
        assertTrue(
                thrown.getMessage().contains("\n  DELETE /api/orders/{id}  shop.OrderResource.delete\nAdd "),
                thrown::getMessage);
    }

    @Test
    void main_withoutAGap_returns() throws IOException {
        configured("audit.capture.include=/api/*");
        CoverageCheck.main(new String[] {"--required=all", classes.toString()});
        configured("audit.capture.exclude=/api/orders/*");
        CoverageCheck.main(new String[] {"--required=mutators", classes.toString()});
    }

    @Test
    void main_requiringNone_returns() {
        CoverageCheck.main(new String[] {"--required=none", classes.toString()});
    }

    @Test
    void main_withAWrongArgument_namesIt() {
        assertEquals("AUD-1012", code("--required=some"));
        assertEquals("AUD-1012", code("--fast"));
        assertEquals("AUD-1010", code(folder.resolve("nothing").toString()));
    }

    private static String code(String arg) {
        return assertThrows(AuditException.class, () -> CoverageCheck.main(new String[] {arg}))
                .code();
    }

    @Test
    void jar_isReadLikeAFolder() throws IOException {
        Path jar = folder.resolve("shop.jar");
        try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of("create", "true"))) {
            Path inside = Files.createDirectories(files.getPath("/shop"));
            for (String name : List.of("OrderResource.class", "ShopApplication.class")) {
                try (OutputStream out = Files.newOutputStream(inside.resolve(name))) {
                    Files.copy(classes.resolve("shop").resolve(name), out);
                }
            }
        }
        assertEquals(
                CoverageCheck.of(classes).report().methods(),
                CoverageCheck.of(jar).report().methods());
        assertEquals(4, CoverageCheck.of(jar).report().methods().size());
    }

    @Test
    void file_thatIsNoJar_isRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("shop.jar"), "no jar");
        assertEquals("AUD-1010", code(text.toString()));
    }

    @Test
    void resource_thatNeedsAMissingClass_isNotPassedOver() throws IOException {
        compile("Missing", "package shop; public class Missing {}");
        compile(
                "HeirResource",
                "package shop; @jakarta.ws.rs.Path(\"heirs\") public class HeirResource extends Missing {}");
        compile(
                "BodyResource",
                "package shop; @jakarta.ws.rs.Path(\"bodies\") public class BodyResource {"
                        + " @jakarta.ws.rs.POST public void add(Missing body) {} }");
        Files.delete(classes.resolve("shop/Missing.class"));
        CoverageCheck check = CoverageCheck.of(classes);
        assertEquals(List.of("shop.BodyResource", "shop.HeirResource"), check.unreadable());
        var thrown = assertThrows(AuditException.class, () -> check.require(CoverageRequired.MUTATORS));
        assertEquals("AUD-1011", thrown.code());
        assertTrue(thrown.getMessage().contains("\n  shop.BodyResource\n  shop.HeirResource\n"), thrown::getMessage);
    }

    @Test
    void classBesideIt_findsTheFolder() {
        assertTrue(CoverageCheck.of(CoverageScanTest.class).report().methods().stream()
                .anyMatch(m -> m.method().shortName().equals("PlainResource.change")));
    }
}

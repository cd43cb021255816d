package dev.auditlog.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Application;
import java.util.List;
import org.junit.jupiter.api.Test;

class JaxrsPathsTest {

    private static final ClassLoader CLASSES = JaxrsPathsTest.class.getClassLoader();

    static class DeskApplication extends Application {}

    @Test
    void isApplication_servletNamedLikeAnApplication_isOne() {
        assertTrue(JaxrsPaths.isApplication(DeskApplication.class.getName(), CLASSES));
        assertTrue(JaxrsPaths.isApplication("jakarta.ws.rs.core.Application", CLASSES));
    }

    @Test
    void isApplication_anyOtherServlet_isNone() {
        assertFalse(JaxrsPaths.isApplication("Faces Servlet", CLASSES));
        assertFalse(JaxrsPaths.isApplication("java.lang.String", CLASSES));
    }

    @Test
    void isRuntime_servletOfJersey_isOne() {
        assertTrue(JaxrsPaths.isRuntime("org.glassfish.jersey.servlet.ServletContainer"));
        assertFalse(JaxrsPaths.isRuntime("org.apache.catalina.servlets.DefaultServlet"));
        assertFalse(JaxrsPaths.isRuntime(null)); // a page of the application
    }

    @Test
    void bases_ofMappings_areThoseWithEverythingBelow() {
        assertEquals(List.of("/api", ""), JaxrsPaths.bases(List.of("/api/*", "/*", "/exact", "*.do")));
    }

    @Test
    void below_pathUnderABase_isWhatFollows() {
        JaxrsPaths paths = new JaxrsPaths(List.of("/api"));
        assertEquals("/orders/1", paths.below("/api/orders/1"));
        assertEquals("/orders", new JaxrsPaths(List.of("")).below("/orders"));
    }

    @Test
    void below_anotherPath_isNull() {
        JaxrsPaths paths = new JaxrsPaths(List.of("/api"));
        assertNull(paths.below("/apiary/orders"));
        assertNull(paths.below("/api"));
        assertNull(JaxrsPaths.NONE.below("/api/orders"));
    }
}

package dev.auditlog.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentConfigsTest {

    @TempDir
    Path folder;

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private URLClassLoader first;
    private URLClassLoader second;

    @BeforeEach
    void open() throws IOException {
        first = deployment("first");
        second = deployment("second");
    }

    @AfterEach
    void close() throws IOException {
        Thread.currentThread().setContextClassLoader(before);
        first.close();
        second.close();
    }

    private URLClassLoader deployment(String name) throws IOException {
        Path root = folder.resolve(name);
        Files.createDirectories(root.resolve("META-INF"));
        Files.writeString(root.resolve(ArchiveFile.NAME), "audit.application=" + name);
        return new URLClassLoader(new URL[] {root.toUri().toURL()}, AuditConfig.class.getClassLoader());
    }

    private static AuditConfig currentOf(ClassLoader loader) {
        Thread.currentThread().setContextClassLoader(loader);
        return AuditConfig.current();
    }

    @Test
    void current_twoDeployments_eachHasItsOwn() {
        assertEquals("first", currentOf(first).application());
        assertEquals("second", currentOf(second).application());
    }

    @Test
    void current_askedTwice_isReadOnceUntilForgotten() {
        AuditConfig read = currentOf(first);
        assertSame(read, currentOf(first));
        AuditConfig.forget(first);
        assertNotSame(read, currentOf(first));
        AuditConfig.forget(first);
        AuditConfig.forget(second);
    }

    @Test
    void current_noContextClassLoader_isThatOfTheLibrary() {
        assertEquals("application", currentOf(null).application());
        AuditConfig.forget(AuditConfig.class.getClassLoader());
    }
}

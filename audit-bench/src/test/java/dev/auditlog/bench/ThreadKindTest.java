package dev.auditlog.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ThreadKindTest {

    @Test
    void of_shortenedNames_tellsWhatTheyWorkAt() {
        assertEquals(ThreadKind.HTTP, ThreadKind.of("http-thread-poo"));
        assertEquals(ThreadKind.HTTP, ThreadKind.of("http-th..ener(3)"));
        assertEquals(ThreadKind.WRITER, ThreadKind.of("audit-writer-be"));
        assertEquals(ThreadKind.JIT, ThreadKind.of("C2 CompilerThre"));
        assertEquals(ThreadKind.GC, ThreadKind.of("G1 Conc#0"));
        assertEquals(ThreadKind.OTHER, ThreadKind.of("main"));
    }
}

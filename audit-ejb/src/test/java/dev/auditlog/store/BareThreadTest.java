package dev.auditlog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BareThreadTest {

    private static final ClassLoader CONTEXT = ClassLoader.getPlatformClassLoader();

    private final BareThread bare = new BareThread(CONTEXT);

    @AfterEach
    void end() {
        bare.end();
    }

    @Test
    void call_ofAConstructorThatKeepsABacktrace_keepsNoClassOfTheApplication() throws Exception {
        MethodHandle make = MethodHandles.publicLookup()
                .findConstructor(IllegalStateException.class, MethodType.methodType(void.class));
        IllegalStateException made = (IllegalStateException) bare.call(make);
        List<String> ours = Arrays.stream(made.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> name.startsWith("dev.auditlog"))
                .toList();
        assertEquals(List.of(), ours);
    }

    @Test
    void call_runsWithTheGivenContextClassLoader_andLeavesTheCallersAlone() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        MethodHandle current = MethodHandles.publicLookup()
                .findStatic(Thread.class, "currentThread", MethodType.methodType(Thread.class));
        Thread thread = (Thread) bare.call(current);
        assertNotSame(Thread.currentThread(), thread);
        assertSame(CONTEXT, thread.getContextClassLoader());
        assertSame(before, Thread.currentThread().getContextClassLoader());
    }

    @Test
    void call_thatFails_throwsWhatTheMethodThrew() throws Exception {
        SQLException failure = new SQLException("no", "08001");
        MethodHandle fail = MethodHandles.throwException(Connection.class, SQLException.class)
                .bindTo(failure);
        SQLException thrown = assertThrows(SQLException.class, () -> bare.call(fail));
        assertSame(failure, thrown);
    }

    @Test
    void call_ofAnInterruptedThread_returnsAndKeepsTheInterrupt() throws Exception {
        MethodHandle constant = MethodHandles.constant(String.class, "done");
        Thread.currentThread().interrupt();
        assertEquals("done", bare.call(constant));
        assertEquals(true, Thread.interrupted());
    }
}

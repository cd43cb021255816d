package dev.auditlog.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WaitingThreadsTest {

    private final List<Thread> made = new ArrayList<>();
    private final AtomicInteger runs = new AtomicInteger();
    private final ThreadFactory container = work -> {
        Thread thread = new Thread(work, "container");
        made.add(thread);
        return thread;
    };

    @Test
    void newThread_afterFill_isOneThatTheContainerMadeThen() throws InterruptedException {
        WaitingThreads threads = new WaitingThreads(() -> container);
        threads.fill();
        List<Thread> atStart = List.copyOf(made);
        Thread writer = threads.newThread(runs::incrementAndGet);
        writer.start();
        writer.join();
        assertSame(atStart.get(0), writer);
        assertEquals(1, runs.get());
    }

    @Test
    void newThread_whenNoneWaits_isMadeNow() {
        WaitingThreads threads = new WaitingThreads(() -> container);
        threads.fill();
        int atStart = made.size();
        for (int i = 0; i <= atStart; i++) {
            threads.newThread(runs::incrementAndGet);
        }
        assertEquals(atStart + 1, made.size());
    }

    @Test
    void newThread_whereTheContainerHasNone_isADaemonOfItsOwn() throws InterruptedException {
        WaitingThreads threads = new WaitingThreads(() -> null);
        threads.fill();
        Thread plain = threads.newThread(runs::incrementAndGet);
        plain.start();
        plain.join();
        assertEquals("audit-writer", plain.getName());
        assertEquals(1, runs.get());
    }

    @Test
    void end_withThreadsThatWereNeverUsed_letsThemRunOutWithoutWork() throws InterruptedException {
        WaitingThreads threads = new WaitingThreads(() -> container);
        threads.fill();
        threads.end();
        for (Thread thread : made) {
            thread.join();
            assertEquals(Thread.State.TERMINATED, thread.getState());
        }
        assertEquals(0, runs.get());
        assertNotSame(made.get(0), threads.newThread(runs::incrementAndGet), "what has ended cannot be lent");
    }
}

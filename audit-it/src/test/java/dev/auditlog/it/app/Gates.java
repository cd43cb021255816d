package dev.auditlog.it.app;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets a test hold a call in the middle: the resource waits at a gate that another request opens. */
public final class Gates {

    private static final Map<String, CountDownLatch> GATES = new ConcurrentHashMap<>();
    private static final Map<String, AtomicInteger> RUNS = new ConcurrentHashMap<>();

    private Gates() {}

    private static CountDownLatch gate(String name) {
        return GATES.computeIfAbsent(name, n -> new CountDownLatch(1));
    }

    static void open(String name) {
        gate(name).countDown();
    }

    /** Waits until the gate is open, at most 20 seconds. */
    public static boolean await(String name) {
        try {
            return gate(name).await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Counts that a business method ran. */
    public static void ran(String name) {
        RUNS.computeIfAbsent(name, n -> new AtomicInteger()).incrementAndGet();
    }

    static int runs(String name) {
        AtomicInteger runs = RUNS.get(name);
        return runs == null ? 0 : runs.get();
    }
}

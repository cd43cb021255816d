package dev.auditlog.fault.atomic;

import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets calls go on when a number of them is there, again and again. */
final class Meeting {

    private static final Map<Integer, Meeting> ALL = new ConcurrentHashMap<>();

    private final CyclicBarrier barrier;

    private Meeting(int count) {
        barrier = new CyclicBarrier(count);
    }

    static Meeting of(int count) {
        return ALL.computeIfAbsent(count, Meeting::new);
    }

    void await() {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("not all came", e);
        }
    }
}

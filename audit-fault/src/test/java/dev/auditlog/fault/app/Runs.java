package dev.auditlog.fault.app;

import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Which business methods ran, as long as the server lives. */
final class Runs {

    private static final Queue<String> KEYS = new ConcurrentLinkedQueue<>();

    private Runs() {}

    static void add(String key) {
        KEYS.add(key);
    }

    static Collection<String> all() {
        return KEYS;
    }
}

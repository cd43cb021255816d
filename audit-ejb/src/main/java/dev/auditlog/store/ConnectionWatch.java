package dev.auditlog.store;

import java.sql.Connection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows which connections the watched threads use, so that another thread can end one that waits for a database which
 * will never answer: TCP alone takes a quarter of an hour to give up. Safe for many threads.
 */
final class ConnectionWatch {

    private final Set<Thread> watched = ConcurrentHashMap.newKeySet();
    private final Map<Thread, Connection> used = new ConcurrentHashMap<>();

    void watch(Thread thread) {
        watched.removeIf(ended -> !ended.isAlive());
        watched.add(thread);
    }

    /** This thread got a connection. */
    void got(Connection connection) {
        Thread thread = Thread.currentThread();
        if (watched.contains(thread)) {
            used.put(thread, connection);
        }
    }

    /** This thread has given its connection back. */
    void done() {
        used.remove(Thread.currentThread());
    }

    /**
     * Ends the connection that a thread waits in, if it does. Only for a thread that has waited long: were it to give
     * the connection back at this very moment, the next one to get it would find it dead.
     */
    void abort(Thread hanging) {
        Connection connection = used.remove(hanging);
        if (connection != null) {
            LivingConnections.drop(connection);
        }
    }
}

package dev.auditlog.it;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Clients that call one method again and again, and remember which calls the server has acknowledged. */
final class Ledger {

    private static final long PAUSE_NANOS = 5_000_000; // clients and server share the machine's cores

    private final Http http;
    private final Http.Call call;
    private final Queue<Http.Reply> acknowledged = new ConcurrentLinkedQueue<>();
    private final Semaphore more = new Semaphore(0);
    private final List<Thread> clients = new ArrayList<>();
    private volatile boolean stopped;

    private Ledger(Http http, Http.Call call) {
        this.http = http;
        this.call = call;
    }

    static Ledger start(Http http, Http.Call call, int clients) {
        Ledger ledger = new Ledger(http, call);
        for (int i = 0; i < clients; i++) {
            Thread client = new Thread(ledger::send, "client-" + i);
            ledger.clients.add(client);
            client.start();
        }
        return ledger;
    }

    private void send() {
        while (!stopped) {
            try {
                Http.Reply reply = http.send(call.again());
                if (isOfTheMethod(reply)) {
                    acknowledged.add(reply);
                    more.release();
                }
            } catch (UncheckedIOException e) {
                // the server takes no connections any more: not acknowledged
            } finally {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /**
     * Payara answers a call that comes while an application is being taken down with an empty 200 now and then, before any
     * filter; the method's own answers have a body.
     */
    private static boolean isOfTheMethod(Http.Reply reply) {
        return reply.status() == 200 && !reply.broken() && !reply.text().isEmpty();
    }

    /** Waits until so many more calls were acknowledged. */
    void await(int calls) {
        more.drainPermits();
        try {
            if (!more.tryAcquire(calls, 60, TimeUnit.SECONDS)) {
                throw new AssertionError("no " + calls + " calls were acknowledged within 60 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends the clients and returns the acknowledged calls. */
    List<Http.Reply> stop() {
        stopped = true;
        try {
            for (Thread client : clients) {
                client.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.copyOf(acknowledged);
    }
}

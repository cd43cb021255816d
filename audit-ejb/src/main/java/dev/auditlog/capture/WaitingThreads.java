package dev.auditlog.capture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * Threads of the container, asked for while the application starts and used later. On Payara and GlassFish a managed
 * thread runs in the name of the component that asked for it, and a connection used there leaves an entry for component
 * and thread that nothing removes: the application's classes stay for ever. While no component runs, there is none to be
 * remembered (ADR 0061).
 */
final class WaitingThreads implements ThreadFactory {

    private static final int ENOUGH = 4; // the writer, the spool, the relay, and one to replace what the server ends

    private final Supplier<@Nullable ThreadFactory> server;
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    /**
     * Creates none yet.
     *
     * @param server gives the container's factory; null where it is not bound, as on some servers before the application
     *     has started
     */
    WaitingThreads(Supplier<@Nullable ThreadFactory> server) {
        this.server = server;
    }

    /** Threads of the container that the calling code runs in. */
    static WaitingThreads ofContainer() {
        return new WaitingThreads(WaitingThreads::container);
    }

    /** Asks for threads; to be called while the application starts. Does nothing where the server has none to give yet. */
    synchronized void fill() {
        ThreadFactory container = server.get();
        while (container != null && waiting.size() < ENOUGH) {
            waiting.add(new Waiting(container));
        }
    }

    /** A waiting thread, else one that is made now: of the container where it has some, else a plain one. */
    @Override
    public synchronized Thread newThread(Runnable work) {
        Waiting next = waiting.poll();
        if (next != null) {
            next.work = work;
            return next.thread;
        }
        ThreadFactory container = server.get();
        if (container != null) {
            return container.newThread(work);
        }
        Thread plain = new Thread(work, "audit-writer");
        plain.setDaemon(true);
        return plain;
    }

    /** Lets the threads go that were never used: the container forgets a thread only when it has run. */
    synchronized void end() {
        waiting.forEach(unused -> unused.thread.start());
        waiting.clear();
    }

    private static @Nullable ThreadFactory container() {
        try {
            return (ThreadFactory) new InitialContext().lookup("java:comp/DefaultManagedThreadFactory");
        } catch (NamingException e) {
            return null;
        }
    }

    /** A thread that learns its work before it is started. */
    private static final class Waiting implements Runnable {

        private final Thread thread;
        private @Nullable Runnable work;

        Waiting(ThreadFactory container) {
            thread = container.newThread(this);
        }

        @Override
        public void run() {
            Runnable learned = work; // written before the start
            if (learned != null) {
                learned.run();
            }
        }
    }
}

package dev.auditlog.store;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.sql.SQLException;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinPool.ForkJoinWorkerThreadFactory;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Calls methods on a thread that has no class of the application on its stack, nor among the protection domains that its
 * own threads inherit. What such a call leaves behind for ever, a timer or a backtrace, keeps no application (ADR 0061).
 *
 * <p>Everything on that stack is the JDK's: a lambda of ours would be a frame of ours. A fork-join pool, since its threads
 * alone are made in an access context of the JDK's own; they end when they are idle.
 */
final class BareThread {

    private static final long IDLE_SECONDS = 1;

    private final ForkJoinWorkerThreadFactory maker;
    private final Set<ForkJoinPool> all = ConcurrentHashMap.newKeySet();
    private final Deque<ForkJoinPool> free = new ConcurrentLinkedDeque<>();

    /** Makes no thread yet; it will have this context class loader. */
    BareThread(ClassLoader context) {
        maker = maker(context);
    }

    /** A call may hang in a driver for long, and must not keep others; a larger pool would not start a thread for each. */
    private ForkJoinPool idle() {
        ForkJoinPool found = free.pollFirst();
        if (found != null) {
            return found;
        }
        ForkJoinPool made = new ForkJoinPool(1, maker, null, false, 0, 1, 0, null, IDLE_SECONDS, TimeUnit.SECONDS);
        all.add(made);
        return made;
    }

    private static ForkJoinWorkerThreadFactory maker(ClassLoader context) {
        return pool -> {
            ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
            thread.setContextClassLoader(context);
            return thread;
        };
    }

    /**
     * Calls and waits for the end, also while interrupted.
     *
     * @param call takes no argument any more
     * @throws SQLException what the method threw
     */
    @Nullable
    Object call(MethodHandle call) throws SQLException {
        FutureTask<?> task = new FutureTask<>(callable(call));
        ForkJoinPool pool = idle();
        pool.execute(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw asThrown(e.getCause());
        } finally {
            free.addFirst(pool);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Lets the threads end. */
    void end() {
        all.forEach(ForkJoinPool::shutdown);
    }

    /** The proxy's class is defined in the context class loader, which must not be the application's. */
    private static Callable<?> callable(MethodHandle call) {
        Thread current = Thread.currentThread();
        ClassLoader application = current.getContextClassLoader();
        current.setContextClassLoader(ClassLoader.getSystemClassLoader());
        try {
            return MethodHandleProxies.asInterfaceInstance(Callable.class, call);
        } finally {
            current.setContextClassLoader(application);
        }
    }

    static SQLException asThrown(Throwable thrown) {
        if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof SQLException sql ? sql : new SQLException(thrown);
    }
}

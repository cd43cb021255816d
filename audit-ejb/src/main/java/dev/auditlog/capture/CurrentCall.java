package dev.auditlog.capture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls that run on this thread, innermost first. A thread-local, because neither request attributes nor request
 * scoped beans are there for an interceptor outside HTTP; always emptied by who filled it.
 */
final class CurrentCall {

    private static final ThreadLocal<Deque<Frame>> FRAMES = ThreadLocal.withInitial(ArrayDeque::new);

    private static final ThreadLocal<@Nullable Bystander> BYSTANDER = new ThreadLocal<>();

    private CurrentCall() {}

    /** An HTTP call begins that nobody audits. */
    static void pass(Bystander bystander) {
        BYSTANDER.set(bystander);
    }

    static void passed(Bystander bystander) {
        BYSTANDER.remove();
        bystander.end();
    }

    static void enter(Frame frame) {
        FRAMES.get().push(frame);
    }

    static void leave() {
        FRAMES.get().pop(); // stays on the container's thread when it is empty, and holds nothing of this class loader
    }

    static @Nullable Frame innermost() {
        return FRAMES.get().peek();
    }

    /** Like {@link #innermost()}; an HTTP call that nobody audits counts too. */
    static @Nullable Frame innermostOrPassing() {
        Frame frame = innermost();
        Bystander passing = frame == null ? BYSTANDER.get() : null;
        return passing == null ? frame : passing.turn();
    }

    /** Whether this thread runs an HTTP call that nobody audits. */
    static boolean isPassing() {
        return BYSTANDER.get() != null;
    }

    /** All calls that run on this thread, innermost first. */
    static List<Frame> all() {
        return List.copyOf(FRAMES.get());
    }

    /** The HTTP request that this thread runs; null outside one. */
    static @Nullable Call call() {
        Frame frame = innermost();
        return frame == null ? null : frame.call();
    }
}

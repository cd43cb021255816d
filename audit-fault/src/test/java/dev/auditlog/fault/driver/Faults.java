package dev.auditlog.fault.driver;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The one fault that is armed, if one is. */
public final class Faults {

    static final String LOST = "08006";

    private static final int KILLED = 137; // as a shell reports kill -9
    private static volatile Armed armed = new Armed(Point.CALL, Effect.FAIL_BEFORE, Integer.MAX_VALUE, 0);

    private Faults() {}

    /**
     * Arms a fault; the one before is disarmed.
     *
     * @param at at which time the point is passed from now on, from 1
     * @param times how often in a row; {@link Integer#MAX_VALUE} until disarmed
     */
    public static void arm(Point point, Effect effect, int at, int times) {
        armed = new Armed(point, effect, at, times);
    }

    /** How often the armed fault has happened. */
    public static int happened() {
        return Math.max(0, Math.min(armed.passed.get() - armed.at + 1, armed.times));
    }

    /** Does something at these points, or fails instead or afterwards. */
    static Object meet(Set<Point> points, Deed deed) throws Throwable {
        Effect effect = armed.next(points);
        if (effect == null) {
            return deed.done();
        }
        Object result = effect.isBefore() ? null : deed.done();
        if (effect.isHalt()) {
            Runtime.getRuntime().halt(KILLED);
        }
        if (result instanceof AutoCloseable resource) {
            resource.close();
        }
        throw new SQLException("connection lost", LOST);
    }

    static Set<Point> call() {
        return EnumSet.of(Point.CALL);
    }

    /** What a driver does. */
    interface Deed {
        Object done() throws Throwable;
    }

    private static final class Armed {
        private final Point point;
        private final Effect effect;
        private final int at;
        private final int times;
        private final AtomicInteger passed = new AtomicInteger();

        Armed(Point point, Effect effect, int at, int times) {
            this.point = point;
            this.effect = effect;
            this.at = at;
            this.times = times;
        }

        /** Null where nothing happens. */
        Effect next(Set<Point> points) {
            if (!points.contains(point)) {
                return null;
            }
            int number = passed.incrementAndGet();
            return number >= at && number - at < times ? effect : null;
        }
    }
}

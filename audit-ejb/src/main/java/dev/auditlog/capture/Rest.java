package dev.auditlog.capture;

import dev.auditlog.Audited;
import dev.auditlog.config.AuditConfig;
import dev.auditlog.config.CoverageRequired;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.interceptor.Interceptor;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.function.BooleanSupplier;

/**
 * Whether the library may rest in an application, since no call of it can leave an event: nothing is captured by
 * configuration, no class carries {@code @Audited}, no bean asks for the means to record, and the JAX-RS runtime, once it has
 * started, knows of no audited method. Whatever is found later ends it: ADR 0069.
 */
final class Rest {

    private final AuditConfig config;
    private final BooleanSupplier nothingMet;
    private volatile boolean possible;
    private volatile boolean begun;

    /**
     * Looks at an application.
     *
     * @param nothingMet whether the JAX-RS runtime has started and knows of no audited method
     */
    Rest(AuditConfig config, BooleanSupplier nothingMet) {
        this.config = config;
        this.nothingMet = nothingMet;
    }

    /**
     * Looks at the classes of the archive that the server has shown.
     *
     * @param beans whether a bean may ask for events
     */
    void archive(Collection<Class<?>> classes, BooleanSupplier beans) {
        possible = config.captureInclude().isEmpty()
                && config.coverageRequired() == CoverageRequired.NONE // else each call is looked at
                && classes.stream().noneMatch(Rest::mentionsAudited)
                && !beans.getAsBoolean();
    }

    /** Begins it if everything is known and nothing is audited. */
    void tryNow() {
        begun = possible && nothingMet.getAsBoolean();
    }

    /** Whatever {@link #tryNow} saw: another thread may have met an audited method since. */
    boolean isNow() {
        return begun && possible;
    }

    /**
     * A resource method was met.
     *
     * @return whether its calls need not be looked at
     */
    boolean meets(boolean covered) {
        if (covered) {
            possible = false;
        }
        return possible;
    }

    /**
     * Whether a bean of the application that runs on this thread may ask for events: where there is no CDI to tell, one may.
     * Not in the extension, whose class Weld finds in two archives.
     */
    static boolean beansAsk() {
        try {
            BeanManager beans = CDI.current().getBeanManager();
            return beans.getExtension(CaptureExtension.class).isAsked();
        } catch (IllegalStateException | IllegalArgumentException noCdi) {
            return true;
        }
    }

    private static boolean mentionsAudited(Class<?> type) {
        if (type.isAnnotationPresent(Interceptor.class)) {
            return false; // this library's own
        }
        try {
            for (Class<?> one : Annotations.lineage(type)) {
                if (one.isAnnotationPresent(Audited.class) || anyMethod(one)) {
                    return true;
                }
            }
            return false;
        } catch (LinkageError missing) {
            return true; // nobody can tell
        }
    }

    private static boolean anyMethod(Class<?> type) {
        for (Method method : type.getDeclaredMethods()) {
            if (method.isAnnotationPresent(Audited.class)) {
                return true;
            }
        }
        return false;
    }
}

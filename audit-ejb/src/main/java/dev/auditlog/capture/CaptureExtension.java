package dev.auditlog.capture;

import dev.auditlog.AuditContext;
import dev.auditlog.Audited;
import dev.auditlog.Auditor;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.enterprise.concurrent.Asynchronous;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.enterprise.inject.spi.configurator.AnnotatedTypeConfigurator;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.util.Optional;

/**
 * Completes what CDI does not see by itself: {@code @Audited} that stands only on an interface, the beans whose
 * transactions are to be watched, and those with methods that the server runs on another thread.
 */
public class CaptureExtension implements Extension {

    private static final class WatchedLiteral extends AnnotationLiteral<WatchedTransaction>
            implements WatchedTransaction {
        private static final long serialVersionUID = 1L;
    }

    private static final class HandedOverLiteral extends AnnotationLiteral<HandedOver> implements HandedOver {
        private static final long serialVersionUID = 1L;
    }

    private volatile boolean asked;

    /** Whether any bean asks for events: by the annotation, or for the means to record them. */
    boolean isAsked() {
        return asked;
    }

    <T> void noteAudited(@Observes @WithAnnotations(Audited.class) ProcessAnnotatedType<T> found) {
        asked |= !isInterceptor(found);
    }

    void noteAuditor(@Observes ProcessInjectionPoint<?, Auditor> found) {
        asked = true;
    }

    void noteContext(@Observes ProcessInjectionPoint<?, AuditContext> found) {
        asked = true;
    }

    <T> void watchTransactions(
            @Observes @WithAnnotations({Transactional.class, Stateless.class, Stateful.class, Singleton.class})
                    ProcessAnnotatedType<T> found) {
        Class<T> type = found.getAnnotatedType().getJavaClass();
        if (type.isInterface() || type.isAnnotation() || isInterceptor(found)) {
            return;
        }
        found.configureAnnotatedType().add(new WatchedLiteral());
    }

    /** Only these get the interceptor: each one costs each call. */
    <T> void handOver(@Observes @WithAnnotations(Asynchronous.class) ProcessAnnotatedType<T> found) {
        if (!found.getAnnotatedType().getJavaClass().isInterface() && !isInterceptor(found)) {
            found.configureAnnotatedType().add(new HandedOverLiteral());
        }
    }

    /** A server's own interceptor of {@code @Transactional} carries that annotation too: one binding more and it is lost. */
    private static boolean isInterceptor(ProcessAnnotatedType<?> found) {
        return found.getAnnotatedType().isAnnotationPresent(Interceptor.class);
    }

    <T> void inheritFromInterfaces(@Observes ProcessAnnotatedType<T> found) {
        AnnotatedType<T> type = found.getAnnotatedType();
        if (type.getJavaClass().isInterface() || type.getJavaClass().getInterfaces().length == 0) {
            return;
        }
        if (!type.isAnnotationPresent(Audited.class)) {
            Optional<Audited> inherited = Annotations.onType(type.getJavaClass(), Audited.class);
            if (inherited.isPresent()) {
                found.configureAnnotatedType().add(inherited.get());
                asked = true;
                return;
            }
        }
        inheritMethods(found, type);
    }

    private <T> void inheritMethods(ProcessAnnotatedType<T> found, AnnotatedType<T> type) {
        AnnotatedTypeConfigurator<T> configurator = null;
        for (AnnotatedMethod<? super T> method : type.getMethods()) {
            if (method.isAnnotationPresent(Audited.class)) {
                continue;
            }
            Optional<Audited> inherited =
                    Annotations.onMethod(type.getJavaClass(), method.getJavaMember(), Audited.class);
            if (inherited.isPresent()) {
                asked = true;
                configurator = configurator == null ? found.configureAnnotatedType() : configurator;
                configurator
                        .filterMethods(m -> m.getJavaMember().equals(method.getJavaMember()))
                        .findFirst()
                        .ifPresent(m -> m.add(inherited.get()));
            }
        }
    }
}

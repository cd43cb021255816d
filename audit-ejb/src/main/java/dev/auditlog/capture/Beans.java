package dev.auditlog.capture;

import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.NormalScope;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Stereotype;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Scope;
import java.lang.annotation.Annotation;
import java.util.Set;

/** Whether a class is a bean, so that interceptors run around its methods. */
final class Beans {

    private static final Set<Class<? extends Annotation>> SESSION_BEANS =
            Set.of(Stateless.class, Stateful.class, Singleton.class);

    private Beans() {}

    /** Asks the container; where there is none, the annotations. */
    static boolean isBean(Class<?> type) {
        try {
            return !CDI.current()
                    .getBeanManager()
                    .getBeans(type, Any.Literal.INSTANCE)
                    .isEmpty();
        } catch (IllegalStateException | IllegalArgumentException noCdi) {
            return isAnnotated(type);
        }
    }

    /** Whether the class has an annotation that defines a bean (CDI 4.0, 2.5.1), or makes it a session bean. */
    static boolean isAnnotated(Class<?> type) {
        for (Annotation annotation : type.getAnnotations()) {
            Class<? extends Annotation> kind = annotation.annotationType();
            if (SESSION_BEANS.contains(kind)
                    || kind.isAnnotationPresent(NormalScope.class)
                    || kind.isAnnotationPresent(Scope.class)
                    || kind.isAnnotationPresent(Stereotype.class)) {
                return true;
            }
        }
        return false;
    }
}

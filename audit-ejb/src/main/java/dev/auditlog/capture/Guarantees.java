package dev.auditlog.capture;

import dev.auditlog.Audited;
import dev.auditlog.Guarantee;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Refuses an annotation that asks for a guarantee which this release does not give, rather than give less silently. */
final class Guarantees {

    private Guarantees() {}

    /**
     * Looks at a class and its own methods.
     *
     * @throws dev.auditlog.AuditException AUD-0218, naming the place, the guarantee and what is available
     */
    static void check(Class<?> type) {
        check(type.getAnnotation(Audited.class), type.getName());
        for (Method method : methods(type)) {
            check(method.getAnnotation(Audited.class), type.getName() + "." + method.getName());
        }
    }

    private static Method[] methods(Class<?> type) {
        try {
            return type.getDeclaredMethods();
        } catch (LinkageError missing) {
            return new Method[0]; // a class for another server, say: nobody can call it here
        }
    }

    private static void check(@Nullable Audited audited, String place) {
        if (audited == null) {
            return;
        }
        Guarantee asked = audited.guarantee();
        if (asked != Guarantee.DEFAULT && asked != Guarantee.BEFORE_RESPONSE) {
            throw CaptureMessages.guaranteeNotAvailable(place, asked);
        }
    }
}

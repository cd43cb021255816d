package dev.auditlog.capture;

import dev.auditlog.Activity;
import dev.auditlog.AuditException;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Refuses ATOMIC methods for which nothing can be atomic, before they run. A read may run without a transaction: it
 * changes nothing that its event could be committed with.
 */
final class Atomicity {

    private Atomicity() {}

    /**
     * Says what keeps a method from being run.
     *
     * @param activity of the call, as its event will say
     * @param led whether it can come to a transaction; asked if that matters
     * @return null if nothing
     */
    static @Nullable AuditException refusal(
            Deployment deployment, Rule rule, Activity activity, Supplier<Boolean> led) {
        AuditException fault = deployment.refusal(rule);
        if (fault != null || !rule.isAtomic() || activity == Activity.READ) {
            return fault;
        }
        return led.get() ? null : CaptureMessages.noTransaction(rule.operation());
    }

    /**
     * As {@link #refusal}, of a resource method. One that the EJB container runs on another thread could at best answer from there,
     * inside its transaction.
     */
    static @Nullable AuditException refusalOfResource(
            Deployment deployment, Rule rule, Activity activity, Class<?> type, Method method) {
        AuditException fault =
                refusal(deployment, rule, activity, () -> deployment.paths().lead(type, method));
        boolean carried = rule.isAtomic() && activity != Activity.READ;
        return fault == null && carried && TransactionPaths.isHandedOver(type, method)
                ? CaptureMessages.handedOver(rule.operation())
                : fault;
    }

    /**
     * Called where the transaction of the method has begun, if it has one.
     *
     * @throws AuditException AUD-0231 if there is none, and none can come
     */
    static void require(Frame frame, InvocationContext invocation) {
        Rule rule = frame.rule();
        if (rule == null || !rule.isAtomic() || frame.isRead()) {
            return;
        }
        Deployment deployment = frame.deployment();
        if (Transactions.isRunning(deployment.transactionRegistry())
                || deployment.paths().leadBelow(invocation.getTarget().getClass())) {
            return;
        }
        AuditException refusal = CaptureMessages.noTransaction(rule.operation());
        frame.fail(refusal);
        throw refusal;
    }
}

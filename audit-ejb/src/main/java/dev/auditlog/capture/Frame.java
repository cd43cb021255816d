package dev.auditlog.capture;

import dev.auditlog.AuditException;
import java.lang.reflect.Method;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One call that runs on the current thread: an HTTP request, or an audited method inside or outside one. */
interface Frame {

    /** Id of the event that this call leaves; null where it leaves none. */
    @Nullable
    UUID eventId();

    /** What is asked for; null where there is no event. */
    @Nullable
    Rule rule();

    /** Whether the call only reads, as its event says. */
    boolean isRead();

    /** Whether a method is the one that this call is about. */
    boolean isAbout(Method method);

    /** The call is to end with this fault and no success. */
    void fail(AuditException why);

    /** What the code adds. */
    Additions additions();

    /** The transactions that were seen while it ran. */
    Transactions transactions();

    /** What the outermost of the calls around it does at its end. */
    Afterwards afterwards();

    /** The HTTP request around it; null outside HTTP. */
    @Nullable
    Call call();

    /** The deployment whose call it is. */
    Deployment deployment();
}

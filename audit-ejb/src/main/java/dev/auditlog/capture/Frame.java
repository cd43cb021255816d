package dev.auditlog.capture;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One call that runs on the current thread: an HTTP request, or an audited method inside or outside one. */
interface Frame {

    /** Id of the event that this call leaves; null where it leaves none. */
    @Nullable
    UUID eventId();

    /** What the code adds. */
    Additions additions();

    /** The transactions that were seen while it ran. */
    Transactions transactions();

    /** The HTTP request around it; null outside HTTP. */
    @Nullable
    Call call();

    /** The deployment whose call it is. */
    Deployment deployment();
}

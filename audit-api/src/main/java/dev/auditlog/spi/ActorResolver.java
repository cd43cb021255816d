package dev.auditlog.spi;

import dev.auditlog.event.Actor;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Tells who a caller is: the stable id, the display name, the group. A CDI bean of this type is used.
 *
 * <p>Called once for each recorded call of a signed-in caller, on the request's thread; must be quick and safe for many
 * threads. What it throws is logged, and the caller's principal is recorded as it is.
 */
public interface ActorResolver {

    /**
     * Completes an actor.
     *
     * @param caller principal of the caller
     * @param known what is known without a resolver: id (the principal's name), type, roles, auth and session
     * @return the actor to record; null to keep {@code known}
     */
    @Nullable
    Actor resolve(Principal caller, Actor known);
}

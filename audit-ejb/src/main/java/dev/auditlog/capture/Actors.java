package dev.auditlog.capture;

import dev.auditlog.config.AuditConfig;
import dev.auditlog.event.Actor;
import dev.auditlog.event.ActorType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells who a caller is: from the security context, then from the application's {@code ActorResolver}. */
final class Actors {

    private final AuditConfig config;
    private final Extensions extensions;
    private final DeclaredRoles roles;
    private final SessionHash sessions = new SessionHash();

    Actors(AuditConfig config, Extensions extensions) {
        this.config = config;
        this.extensions = extensions;
        this.roles = new DeclaredRoles(config.actorRoles());
    }

    DeclaredRoles roles() {
        return roles;
    }

    /** The caller as the container knows it. */
    Actor of(HttpServletRequest request) {
        return of(request.getUserPrincipal(), request.getAuthType(), request::isUserInRole, request);
    }

    /** The caller as JAX-RS knows it; a filter of the application may have made its own security context. */
    Actor of(SecurityContext security, HttpServletRequest request) {
        return of(security.getUserPrincipal(), security.getAuthenticationScheme(), security::isUserInRole, request);
    }

    /** Who acts outside HTTP: the application itself. */
    Actor ofThread() {
        return Actor.system(config.application());
    }

    private Actor of(
            @Nullable Principal caller, @Nullable String auth, Predicate<String> hasRole, HttpServletRequest request) {
        String session = sessionOf(request);
        if (caller == null || caller.getName() == null || caller.getName().equals("ANONYMOUS")) {
            return new Actor(null, null, ActorType.ANONYMOUS, null, List.of(), null, session);
        }
        List<String> held = roles.heldBy(hasRole);
        String group = GroupRule.of(config, caller, held);
        Actor known = new Actor(caller.getName(), null, ActorType.USER, group, held, auth, session);
        return extensions.resolve(caller, known);
    }

    private @Nullable String sessionOf(HttpServletRequest request) {
        try {
            HttpSession session = request.getSession(false);
            return session == null ? null : sessions.of(session.getId());
        } catch (IllegalStateException e) {
            return null; // the session ended during the call
        }
    }
}

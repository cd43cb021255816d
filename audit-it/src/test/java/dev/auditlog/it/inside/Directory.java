package dev.auditlog.it.inside;

import dev.auditlog.event.Actor;
import dev.auditlog.spi.ActorResolver;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Principal;

/** Knows name and group of alice only. */
@ApplicationScoped
public class Directory implements ActorResolver {

    @Override
    public Actor resolve(Principal caller, Actor known) {
        if (!"alice".equals(caller.getName())) {
            return null;
        }
        return new Actor("u-1001", "Alice Doe", known.type(), "sales", known.roles(), known.auth(), known.session());
    }
}

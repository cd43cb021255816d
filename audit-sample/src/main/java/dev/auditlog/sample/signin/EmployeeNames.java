package dev.auditlog.sample.signin;

import dev.auditlog.event.Actor;
import dev.auditlog.spi.ActorResolver;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Gives the audit log the names of people instead of sign-in names, and their group. */
@ApplicationScoped
public class EmployeeNames implements ActorResolver {

    @Override
    public @Nullable Actor resolve(Principal caller, Actor known) {
        return Employee.byLogin(caller.getName())
                .map(one -> new Actor(
                        known.id(),
                        one.fullName(),
                        known.type(),
                        Employee.GROUP,
                        known.roles(),
                        known.auth(),
                        known.session()))
                .orElse(null);
    }
}

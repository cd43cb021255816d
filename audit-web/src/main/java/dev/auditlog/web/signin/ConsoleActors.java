package dev.auditlog.web.signin;

import dev.auditlog.event.Actor;
import dev.auditlog.spi.ActorResolver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Gives the console's own events the display name of who looked. */
@ApplicationScoped
public class ConsoleActors implements ActorResolver {

    @Inject
    HttpServletRequest request;

    @Inject
    ApiCaller caller;

    @Override
    public @Nullable Actor resolve(Principal principal, Actor known) {
        return caller.known(request)
                .map(user -> new Actor(
                        user.name(),
                        user.displayName(),
                        known.type(),
                        known.group(),
                        user.roles(),
                        user.auth(),
                        known.session()))
                .orElse(null);
    }
}

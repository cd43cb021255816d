package dev.auditlog.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * Tells the container who the caller is: the one of the session, or for the API the one of HTTP Basic.
 *
 * <p>It never refuses. The container asks it before any filter has run, where a refusal would leave no event; so the
 * pages are guarded by {@link PageGate} and the API by its own filter, which read {@link ApiCaller} to say why.
 */
@ApplicationScoped
public class ConsoleAuthentication implements HttpAuthenticationMechanism {

    private static final String AUTH_TYPE =
            "jakarta.servlet.http.authType"; // Jakarta Authentication 3.0, section 3.8.4

    @Inject
    ApiCaller apiCaller;

    @Inject
    Visitors visitors;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Optional<ConsoleUser> user =
                ConsolePaths.isApi(request) ? apiCaller.authenticate(request) : visitors.signedIn(request);
        return user.map(found -> tell(context, found)).orElseGet(context::doNothing);
    }

    @SuppressWarnings("unchecked") // the map of Jakarta Authentication has no type parameters
    private static AuthenticationStatus tell(HttpMessageContext context, ConsoleUser user) {
        context.getMessageInfo().getMap().put(AUTH_TYPE, user.auth());
        return context.notifyContainerAboutLogin(user.name(), user.roleSet());
    }
}

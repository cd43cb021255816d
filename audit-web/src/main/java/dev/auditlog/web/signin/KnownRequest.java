package dev.auditlog.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** A request whose caller the console knows, and the server does not. */
class KnownRequest extends HttpServletRequestWrapper {

    private final ConsoleUser user;

    KnownRequest(HttpServletRequest request, ConsoleUser user) {
        super(request);
        this.user = user;
    }

    @Override
    public String getRemoteUser() {
        return user.name();
    }

    @Override
    public Principal getUserPrincipal() {
        return user::name;
    }

    @Override
    public boolean isUserInRole(@Nullable String role) {
        return role != null && user.has(role);
    }

    @Override
    public String getAuthType() {
        return user.auth();
    }
}

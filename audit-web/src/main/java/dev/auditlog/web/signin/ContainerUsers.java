package dev.auditlog.web.signin;

import dev.auditlog.web.signin.Attempt.Result;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The server's own users and roles: {@code audit.console.users=container}. The server checks the password; how failed
 * attempts are slowed down, and when a user is shut out, is the server's affair too.
 */
final class ContainerUsers implements Users {

    private static final List<String> ROLES = List.of(Roles.AUDITOR, Roles.EXPORTER, Roles.ADMIN);

    @Override
    public Attempt check(HttpServletRequest request, BasicCredentials credentials, String address, String auth) {
        try {
            request.login(credentials.name(), new String(credentials.password()));
            Set<String> roles = rolesOf(request);
            request.logout(); // the session says who has signed in, in the same way as with the console's own users
            return roles.isEmpty()
                    ? Attempt.failed(Result.NO_ROLE)
                    : Attempt.ok(new ConsoleUser(
                            credentials.name(), credentials.name(), List.copyOf(roles), auth, false, ""));
        } catch (ServletException refused) {
            return Attempt.failed(Result.BAD_CREDENTIALS);
        }
    }

    /** The server cannot be asked whether it knows a name. */
    @Override
    public boolean isKnown(String name) {
        return false;
    }

    @Override
    public Optional<ConsoleUser> current(ConsoleUser user) {
        return Optional.of(user);
    }

    private static Set<String> rolesOf(HttpServletRequest request) {
        Set<String> own = new TreeSet<>();
        for (String role : ROLES) {
            if (request.isUserInRole(role)) {
                own.add(role);
            }
        }
        return Roles.implied(own);
    }
}

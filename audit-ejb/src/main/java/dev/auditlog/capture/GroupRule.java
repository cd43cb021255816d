package dev.auditlog.capture;

import dev.auditlog.config.AuditConfig;
import java.lang.reflect.InvocationTargetException;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The group of a caller where no {@code ActorResolver} tells it: a claim of the token, or a role with a prefix. */
final class GroupRule {

    private GroupRule() {}

    static @Nullable String of(AuditConfig config, Principal caller, List<String> roles) {
        String claim = config.groupClaim();
        String inToken = claim == null ? null : claimOf(caller, claim);
        if (inToken != null) {
            return inToken;
        }
        String prefix = config.groupRolePrefix();
        if (prefix == null) {
            return null;
        }
        return roles.stream()
                .filter(role -> role.startsWith(prefix) && role.length() > prefix.length())
                .map(role -> role.substring(prefix.length()))
                .findFirst()
                .orElse(null);
    }

    /** MicroProfile JWT's {@code JsonWebToken.getClaim(String)}, asked by name: the library does not depend on it. */
    private static @Nullable String claimOf(Principal caller, String claim) {
        try {
            Object value = caller.getClass().getMethod("getClaim", String.class).invoke(caller, claim);
            return value == null ? null : value.toString();
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return null; // no token
        }
    }
}

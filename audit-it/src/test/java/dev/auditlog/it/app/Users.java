package dev.auditlog.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Map;
import java.util.Set;

/** Basic sign-in of three users, all with the password of the test run. */
@ApplicationScoped
@BasicAuthenticationMechanismDefinition(realmName = "it")
public class Users implements IdentityStore {

    private static final Map<String, Set<String>> ROLES =
            Map.of("alice", Set.of("clerk"), "bob", Set.of("guest"), "carol", Set.of("clerk", "supervisor"));

    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        Set<String> roles = ROLES.get(credential.getCaller());
        return roles != null && credential.compareTo(credential.getCaller(), System.getProperty("it.password"))
                ? new CredentialValidationResult(credential.getCaller(), roles)
                : CredentialValidationResult.INVALID_RESULT;
    }
}

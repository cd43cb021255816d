package dev.auditlog.sample.signin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Set;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Checks sign-ins. The employees share the password that stands in the environment variable
 * {@value #PASSWORD_VARIABLE}; there is no default, so without it nobody can sign in. Only its hash stays in memory.
 */
@ApplicationScoped
public class EmployeeStore implements IdentityStore {

    static final String PASSWORD_VARIABLE = "DEMO_SAMPLE_PASSWORD";
    private static final Logger LOG = Logger.getLogger(EmployeeStore.class.getName());

    @Inject
    Pbkdf2PasswordHash hash;

    private @Nullable String passwordHash;

    @PostConstruct
    void readPassword() {
        use(System.getenv(PASSWORD_VARIABLE));
    }

    void use(@Nullable String password) {
        if (password == null || password.isBlank()) {
            LOG.warning("Nobody can sign in to the order desk: the environment variable " + PASSWORD_VARIABLE
                    + " is not set. Set it and restart.");
        } else {
            passwordHash = hash.generate(password.toCharArray());
        }
    }

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof UsernamePasswordCredential given)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        // the hash is computed for unknown names too: the time of an answer does not tell which names exist
        boolean right = passwordHash != null && hash.verify(given.getPassword().getValue(), passwordHash);
        return Employee.byLogin(given.getCaller())
                .filter(known -> right)
                .map(one -> new CredentialValidationResult(one.login(), Set.of(one.role())))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }
}

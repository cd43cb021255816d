package dev.auditlog.sample.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmployeeStoreTest {

    private final EmployeeStore store = new EmployeeStore();

    @BeforeEach
    void hashWithoutServer() {
        store.hash = new FakeHash();
    }

    @Test
    void rightPassword_signsIn_withTheRole() {
        store.use("right");
        var result = store.validate(new UsernamePasswordCredential("carol", "right"));
        assertEquals(Status.VALID, result.getStatus());
        assertEquals(Set.of("supervisor"), result.getCallerGroups());
    }

    @Test
    void wrongPasswordOrName_isRefused() {
        store.use("right");
        assertEquals(Status.INVALID, signIn("alice", "wrong"));
        assertEquals(Status.INVALID, signIn("mallory", "right"));
        assertEquals(Status.INVALID, signIn("ALICE", "right"));
    }

    @Test
    void passwordNotSet_signsNobodyIn() {
        store.use(null);
        assertEquals(Status.INVALID, signIn("alice", ""));
        store.use(" ");
        assertEquals(Status.INVALID, signIn("alice", " "));
    }

    private Status signIn(String name, String password) {
        return store.validate(new UsernamePasswordCredential(name, password)).getStatus();
    }

    private static final class FakeHash implements Pbkdf2PasswordHash {

        @Override
        public void initialize(Map<String, String> parameters) {}

        @Override
        public String generate(char[] password) {
            return "hash of " + new String(password);
        }

        @Override
        public boolean verify(char[] password, String hashedPassword) {
            return generate(password).equals(hashedPassword);
        }
    }
}

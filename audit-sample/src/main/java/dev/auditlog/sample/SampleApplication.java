package dev.auditlog.sample;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Puts the resources under {@code /api}. Callers sign in by HTTP Basic; each resource says which roles may call it. */
@ApplicationPath("api")
@ApplicationScoped
@BasicAuthenticationMechanismDefinition(realmName = SampleApplication.REALM)
@DeclareRoles({"clerk", "supervisor"})
public class SampleApplication extends Application {

    /** Name of the realm in the challenge of a 401. */
    public static final String REALM = "order desk";
}

package dev.auditlog.it.app;

import dev.auditlog.Audited;
import dev.auditlog.Outcomes;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** Calls that not everybody may make. */
@Path("secured")
@RequestScoped
@Audited(outcomes = Outcomes.ALL)
@Produces(MediaType.APPLICATION_JSON)
public class SecuredResource {

    @GET
    @Path("clerks")
    @RolesAllowed("clerk")
    public Map<String, String> clerks() {
        return Map.of("for", "clerks");
    }

    @DELETE
    @Path("orders/{id}")
    @RolesAllowed("supervisor")
    @Audited(targetType = "Order")
    public void remove(@PathParam("id") String id) {
        // 204
    }

    @GET
    @Path("nobody")
    @DenyAll
    public Map<String, String> nobody() {
        return Map.of();
    }

    @GET
    @Path("forbidden-thrown")
    public Map<String, String> forbiddenThrown() {
        throw new ForbiddenException("by the code");
    }

    @GET
    @Path("unauthorized-thrown")
    public Map<String, String> unauthorizedThrown() {
        throw new NotAuthorizedException("Basic realm=\"it\"");
    }
}

package dev.auditlog.it.app;

import dev.auditlog.Audited;
import dev.auditlog.Outcomes;
import jakarta.ejb.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** A singleton session bean as a resource. */
@Path("singleton")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class SingletonResource {

    @GET
    @Audited(outcomes = Outcomes.ALL)
    public Map<String, String> read(@QueryParam("customerId") String customerId) {
        return Map.of("customer", String.valueOf(customerId));
    }
}

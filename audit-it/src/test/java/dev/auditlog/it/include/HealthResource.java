package dev.auditlog.it.include;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Under the included path, but excluded. */
@Path("api/health")
public class HealthResource {

    @GET
    @Path("live")
    public String live() {
        return "live";
    }
}

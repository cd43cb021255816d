package dev.auditlog.it.app;

import dev.auditlog.Audited;
import dev.auditlog.Outcomes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** A superclass that carries the annotation for its heirs. */
@Audited(outcomes = Outcomes.ALL)
public abstract class BaseResource {

    @GET
    @Path("by-superclass/{id}")
    public String bySuperclass(@PathParam("id") String id) {
        return id;
    }
}

package dev.auditlog.it.app;

import dev.auditlog.Audited;
import dev.auditlog.Outcomes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** An interface that carries all annotations of its methods. */
public interface AuditedContract {

    @GET
    @Path("by-interface/{id}")
    @Audited(outcomes = Outcomes.ALL)
    String byInterface(@PathParam("id") String id);

    @Path("parts/{partId}")
    @Audited(outcomes = Outcomes.ALL)
    Part part(@PathParam("partId") String partId);
}

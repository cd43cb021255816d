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

    @GET
    @Path("broken-default")
    @Audited(outcomes = Outcomes.ALL)
    default String brokenDefault() {
        throw new IllegalStateException("a default method that fails");
    }

    @Path("parts/{partId}")
    @Audited(outcomes = Outcomes.ALL)
    Part part(@PathParam("partId") String partId);
}

package dev.auditlog.it.inside;

import dev.auditlog.it.app.Gates;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Is not audited, and calls audited beans in its transaction. */
@Path("committing")
@RequestScoped
@Transactional
@Produces(MediaType.TEXT_PLAIN)
public class CommittingResource {

    @Inject
    private Work work;

    /** Waits for the gate before the transaction ends. */
    @GET
    @Path("{gate}")
    public String thrice(@PathParam("gate") String gate) {
        work.done("first");
        work.done("second");
        work.done("third");
        Gates.ran(gate);
        Gates.await(gate);
        return "committed";
    }
}

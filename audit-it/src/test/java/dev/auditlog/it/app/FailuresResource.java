package dev.auditlog.it.app;

import dev.auditlog.Audited;
import dev.auditlog.Outcomes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Map;

/** Methods that fail by themselves. */
@Path("failures")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FailuresResource {

    @GET
    @Path("absent/{id}")
    @Audited(outcomes = Outcomes.ALL, targetType = "Thing")
    public Map<String, String> absent(@PathParam("id") String id) {
        throw new NotFoundException("no thing " + id);
    }

    @GET
    @Path("conflict-thrown")
    @Audited(outcomes = Outcomes.ALL)
    public Map<String, String> conflictThrown() {
        throw new ClientErrorException("changed meanwhile", Response.Status.CONFLICT);
    }

    @GET
    @Path("conflict-returned")
    @Audited(outcomes = Outcomes.ALL)
    public Response conflictReturned() {
        return Response.status(Response.Status.CONFLICT)
                .entity(Map.of("error", "changed"))
                .build();
    }

    @GET
    @Path("mapped")
    @Audited(outcomes = Outcomes.ALL)
    public Map<String, String> mapped() throws TeapotException {
        throw new TeapotException("short and stout");
    }

    @GET
    @Path("badly-mapped")
    @Audited(outcomes = Outcomes.ALL)
    public Map<String, String> badlyMapped() {
        throw new BrokenMapperException("its mapper fails too");
    }

    @GET
    @Path("unmapped")
    @Audited(outcomes = Outcomes.ALL)
    public Map<String, String> unmapped() {
        throw new IllegalStateException("nobody maps this");
    }

    @GET
    @Path("checked")
    @Audited(outcomes = Outcomes.ALL)
    public Map<String, String> checked() throws IOException {
        throw new IOException("nobody maps this either");
    }

    @GET
    @Path("error")
    @Audited(outcomes = Outcomes.ALL)
    public Map<String, String> error() {
        throw new AssertionError("an Error");
    }

    @GET
    @Path("successes-only")
    @Audited(outcomes = Outcomes.SUCCESS)
    public Map<String, String> successesOnly() {
        throw new NotFoundException("not wanted in the log");
    }

    @GET
    @Path("by-default")
    @Audited
    public Map<String, String> byDefault() {
        throw new NotFoundException("not wanted in the log by default");
    }
}

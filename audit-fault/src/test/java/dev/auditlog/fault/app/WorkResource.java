package dev.auditlog.fault.app;

import dev.auditlog.Audited;
import dev.auditlog.Outcomes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Answers with the status that the caller asks for. */
@Path("work/{key}/{status}")
@Audited(outcomes = Outcomes.ALL, target = "key")
public class WorkResource {

    /** A header that only this method sets: who sees it knows that it ran. */
    static final String RAN = "X-Ran";

    @POST
    public Response run(@PathParam("key") String key, @PathParam("status") int status) {
        Runs.add(key);
        Response.ResponseBuilder response =
                Response.status(status).entity("ran").header(RAN, key);
        return status == 303 ? response.location(URI.create("elsewhere")).build() : response.build();
    }
}

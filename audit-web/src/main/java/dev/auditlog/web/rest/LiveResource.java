package dev.auditlog.web.rest;

import dev.auditlog.NotAudited;
import dev.auditlog.query.EventWatch;
import dev.auditlog.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;

/** How many events came since somebody looked: asked every few seconds by a list that is live. */
@Path("/live")
@RequestScoped
@RolesAllowed(Roles.AUDITOR)
@Produces(MediaType.APPLICATION_JSON)
public class LiveResource {

    private static final List<String> NAMES = List.of("q", "from", "to");

    @Inject
    EventWatch watch;

    /** The events that match, at most 1,000 of them; of the last 24 hours where {@code from} does not say. */
    @GET
    @NotAudited(reason = "Shows a number beside a search, which leaves an event of its own.")
    public Response arrived(@Context UriInfo uri) {
        EventParameters asked = EventParameters.of(uri.getQueryParameters(), NAMES);
        return Answers.json(CountJson.write(watch.arrived(asked.query(Instant.now()))));
    }
}

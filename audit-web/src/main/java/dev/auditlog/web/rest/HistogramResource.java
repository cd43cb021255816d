package dev.auditlog.web.rest;

import dev.auditlog.NotAudited;
import dev.auditlog.query.EventCounter;
import dev.auditlog.query.EventQuery;
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

/** When the events that match happened. */
@Path("/histogram")
@RequestScoped
@RolesAllowed(Roles.AUDITOR)
@Produces(MediaType.APPLICATION_JSON)
public class HistogramResource {

    @Inject
    EventCounter counter;

    /** The events of each outcome in parts of the time range, as far as they can be counted in time. */
    @GET
    @NotAudited(reason = "Shows numbers beside a search, which leaves an event of its own.")
    public Response count(@Context UriInfo uri) {
        EventParameters asked = EventParameters.of(uri.getQueryParameters(), CountParameters.OF_HISTOGRAMS);
        EventQuery query = asked.query(Instant.now());
        return Answers.json(CountJson.write(counter.histogram(query, CountParameters.division(asked))));
    }
}

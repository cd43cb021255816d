package dev.auditlog.web.rest;

import dev.auditlog.NotAudited;
import dev.auditlog.query.EventCounter;
import dev.auditlog.query.EventQuery;
import dev.auditlog.query.FacetCounts;
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
import java.util.Set;

/** How often each value occurs among the events that match. */
@Path("/facets")
@RequestScoped
@RolesAllowed(Roles.AUDITOR)
@Produces(MediaType.APPLICATION_JSON)
public class FacetResource {

    @Inject
    EventCounter counter;

    /** The most frequent values of one facet, as far as they can be counted in time. */
    @GET
    @NotAudited(reason = "Shows numbers beside a search, which leaves an event of its own.")
    public Response count(@Context UriInfo uri) {
        EventParameters asked = EventParameters.of(uri.getQueryParameters(), CountParameters.OF_FACETS);
        EventQuery query = asked.query(Instant.now());
        List<FacetCounts> counts = counter.facets(query, Set.of(CountParameters.facet(asked)));
        return Answers.json(CountJson.write(counts.get(0)));
    }
}

package dev.auditlog.web.rest;

import dev.auditlog.AuditContext;
import dev.auditlog.Audited;
import dev.auditlog.Outcomes;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.query.EventFinder;
import dev.auditlog.query.EventPage;
import dev.auditlog.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Events for programs. Looking leaves events too: one for each search, one for each event that is viewed. */
@Path("/events")
@RequestScoped
@Audited(outcomes = Outcomes.ALL)
@RolesAllowed(Roles.AUDITOR)
@Produces(MediaType.APPLICATION_JSON)
public class EventResource {

    private static final Pattern UUID_TEXT = Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    @Inject
    EventFinder finder;

    @Inject
    AuditContext audit;

    /** One page of the events that match, newest first unless asked otherwise; of the last 24 hours by default. */
    @GET
    public Response search(@Context UriInfo uri) {
        SearchParameters asked = SearchParameters.parse(uri.getQueryParameters(), Instant.now());
        audit.attribute("query", asked.query().text())
                .attribute("from", String.valueOf(asked.query().from()))
                .attribute("to", String.valueOf(asked.query().to()));
        EventPage page = finder.wholePage(asked.query(), asked.cursor(), asked.limit());
        audit.attribute("events", Integer.toString(page.events().size()));
        return Answers.json(PageJson.write(page, finder.count(asked.query())));
    }

    /** One event, whole. */
    @GET
    @Path("{id}")
    public Response view(@PathParam("id") String id, @Context UriInfo uri) {
        EventParameters.of(uri.getQueryParameters(), List.of());
        if (!UUID_TEXT.matcher(id).matches()) {
            throw RestMessages.notAnId(id);
        }
        UUID known = UUID.fromString(id);
        AuditEvent event = finder.find(known).orElseThrow(() -> RestMessages.noSuchEvent(known.toString()));
        return Answers.json(PageJson.write(event));
    }
}

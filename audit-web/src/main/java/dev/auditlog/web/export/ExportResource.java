package dev.auditlog.web.export;

import dev.auditlog.AuditContext;
import dev.auditlog.Audited;
import dev.auditlog.Auditor;
import dev.auditlog.Outcomes;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.query.EventFinder;
import dev.auditlog.web.rest.GoneClient;
import dev.auditlog.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Iterator;

/** All events that match, as a file. Who takes them out is on record before the first of them has left. */
@Path("/export")
@RequestScoped
@Audited(outcomes = Outcomes.ALL)
@RolesAllowed(Roles.EXPORTER)
public class ExportResource {

    /** Header with what {@link ExportStateResource} knows this export by. */
    private static final String RUN = "Audit-Export";

    /** Tells HEAD from GET, which JAX-RS itself takes for one here. */
    @Context
    HttpServletRequest request;

    @Inject
    EventFinder finder;

    @Inject
    Auditor auditor;

    @Inject
    AuditContext audit;

    @Inject
    RunningExports exports;

    /** The whole result, however large, in one of the formats; of the last 24 hours by default, newest first. */
    @GET
    public Response export(@Context UriInfo uri) {
        ExportRequest asked = ExportRequest.parse(uri.getQueryParameters(), Instant.now());
        asked.attributes().forEach(audit::attribute);
        Response.ResponseBuilder answer = Response.ok()
                .type(asked.format().mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + asked.fileName() + "\"")
                .header("Cache-Control", "no-store");
        if (request.getMethod().equals(HttpMethod.HEAD)) {
            return answer.build();
        }
        ExportRun run = exports.begin(request.getUserPrincipal().getName(), GoneClient.of(request));
        try {
            Iterator<AuditEvent> events = finder.all(asked.query()); // fails here, while it can still be said in words
            return answer.header(RUN, run.id())
                    .entity(new ExportStream(asked, events, finder, auditor, audit, run))
                    .build();
        } catch (RuntimeException notBegun) {
            run.broken();
            throw notBegun;
        }
    }
}

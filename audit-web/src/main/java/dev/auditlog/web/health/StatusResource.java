package dev.auditlog.web.health;

import dev.auditlog.NotAudited;
import dev.auditlog.web.rest.EventParameters;
import dev.auditlog.web.signin.ApiCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** Whether events are recorded: for load balancers without a sign-in, with figures for those who have signed in. */
@Path("/status")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StatusResource {

    @Inject
    Reports reports;

    @Inject
    ApiCaller caller;

    @Context
    HttpServletRequest request;

    @GET
    @NotAudited(reason = "Asked every few seconds by machines, and tells nothing of any event.")
    public Response status(@Context UriInfo uri) {
        EventParameters.of(uri.getQueryParameters(), List.of());
        Report report = reports.now();
        String json = caller.isSignedIn(request) ? StatusJson.write(report) : StatusJson.write(report.health());
        return Response.status(report.health() == Health.DOWN ? 503 : 200)
                .type(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .entity(json)
                .build();
    }
}

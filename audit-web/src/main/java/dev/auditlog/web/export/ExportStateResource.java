package dev.auditlog.web.export;

import dev.auditlog.NotAudited;
import dev.auditlog.web.rest.EventParameters;
import dev.auditlog.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;

/** How far an export is, for the one whose it is, on the server that makes it. */
@Path("/export/{id}")
@RequestScoped
@RolesAllowed(Roles.EXPORTER)
@Produces(MediaType.APPLICATION_JSON)
public class ExportStateResource {

    @Inject
    RunningExports exports;

    /** State, events and bytes so far, and at the end the digest that the file carries. */
    @GET
    @NotAudited(reason = "Shows how far a download is, which leaves events of its own.")
    public Response state(@PathParam("id") String id, @Context UriInfo uri, @Context SecurityContext caller) {
        EventParameters.of(uri.getQueryParameters(), List.of());
        ExportRun run = exports.find(uuid(id), caller.getUserPrincipal().getName())
                .orElseThrow(() -> ExportMessages.noSuchExport(id));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("state", run.state().name())
                .add("events", run.events())
                .add("bytes", run.bytes());
        String digest = run.sha256();
        if (digest != null) {
            json.add("sha256", digest);
        }
        return Response.ok(json.build().toString())
                .header("Cache-Control", "no-store")
                .build();
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw ExportMessages.noSuchExport(text);
        }
    }
}

package dev.auditlog.web.rest;

import dev.auditlog.NotAudited;
import dev.auditlog.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The description of the API, for those who may call it. */
@Path("/openapi.yaml")
@RequestScoped
@RolesAllowed(Roles.AUDITOR)
public class OpenApiResource {

    private static final String YAML = "application/yaml"; // RFC 9512

    @GET
    @Produces(YAML)
    @NotAudited(reason = "Holds nothing of any event, and is the same for all.")
    public Response description(@Context UriInfo uri) throws IOException {
        EventParameters.of(uri.getQueryParameters(), List.of());
        try (InputStream in = OpenApiResource.class.getResourceAsStream("openapi.yaml")) {
            if (in == null) {
                throw new IOException("openapi.yaml is missing in the console's archive");
            }
            return Response.ok(in.readAllBytes(), YAML)
                    .header("Cache-Control", "no-store")
                    .build();
        }
    }
}

package dev.auditlog.it.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Has its annotation from its superclass. */
@Path("heirs")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class HeirResource extends BaseResource {

    @GET
    @Path("own")
    public String own() {
        return "own";
    }
}

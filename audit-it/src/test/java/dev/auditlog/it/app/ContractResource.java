package dev.auditlog.it.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Has its annotations from its interface; its own other method has none. */
@Path("contracts")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class ContractResource implements AuditedContract {

    @Override
    public String byInterface(String id) {
        return id;
    }

    @Override
    public Part part(String partId) {
        if (partId.equals("none")) {
            throw new NotFoundException();
        }
        return new Part(partId);
    }

    @GET
    @Path("not-audited/{id}")
    public String notAudited(@PathParam("id") String id) {
        return id;
    }
}

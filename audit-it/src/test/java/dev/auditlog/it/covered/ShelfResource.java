package dev.auditlog.it.covered;

import dev.auditlog.Audited;
import dev.auditlog.Data;
import dev.auditlog.NotAudited;
import dev.auditlog.Outcomes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Its mutators are covered; what stands behind its locators is known in part only. */
@Path("shelves")
@RequestScoped
public class ShelfResource {

    @POST
    @Audited(operation = "Shelf.add", outcomes = Outcomes.ALL, data = Data.REQUEST)
    public String add() {
        return "added";
    }

    @GET
    public String list() {
        return "some";
    }

    @POST
    @Path("check")
    @NotAudited(reason = "changes nothing")
    public String check() {
        return "checked";
    }

    @Path("{id}/books")
    @Audited
    public Books books() {
        return new Books();
    }

    @Path("{id}/any")
    public Object any() {
        return new Loans();
    }
}

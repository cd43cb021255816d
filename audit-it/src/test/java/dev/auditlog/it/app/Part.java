package dev.auditlog.it.app;

import dev.auditlog.Audited;
import dev.auditlog.Outcomes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** A sub-resource behind an audited locator. */
public class Part {

    private final String id;

    public Part(String id) {
        this.id = id;
    }

    @GET
    public String read() {
        return id;
    }

    @GET
    @Path("own")
    @Audited(outcomes = Outcomes.ALL)
    public String own(@PathParam("partId") String partId) {
        return id;
    }
}

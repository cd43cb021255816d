package dev.auditlog.it.mapped;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Is not audited, and calls a bean that is. */
@Path("step")
@RequestScoped
public class StepResource {

    @Inject
    private Step step;

    @GET
    public String step() {
        return step.done();
    }
}

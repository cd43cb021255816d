package dev.auditlog.it.app;

import dev.auditlog.Audited;
import dev.auditlog.Outcomes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.io.IOException;

/** Answers by the servlet's response, past the JAX-RS runtime. */
@Path("servlet-api")
@RequestScoped
@Audited(outcomes = Outcomes.ALL)
public class ServletApiResource {

    @Context
    private HttpServletResponse response;

    @GET
    @Path("send-error")
    public void sendError() throws IOException {
        response.sendError(409, "taken");
    }

    @GET
    @Path("send-error-then-throw")
    public void sendErrorThenThrow() throws IOException {
        response.sendError(409, "taken");
        throw new IllegalStateException("after sendError");
    }

    @GET
    @Path("redirect-then-throw")
    public void redirectThenThrow() throws IOException {
        response.sendRedirect("elsewhere");
        throw new IllegalStateException("after sendRedirect");
    }

    @GET
    @Path("failing-filter")
    @FailingFilter.Applies
    public String failingFilter() {
        return "never seen";
    }
}

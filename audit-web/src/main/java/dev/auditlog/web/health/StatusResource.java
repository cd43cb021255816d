package dev.auditlog.web.health;

import dev.auditlog.NotAudited;
import dev.auditlog.record.Recorder;
import dev.auditlog.record.RecorderStatus;
import dev.auditlog.store.RecorderState;
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
import java.time.Instant;
import java.util.List;

/** Whether events are recorded: for load balancers without a sign-in, with figures for those who have signed in. */
@Path("/status")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StatusResource {

    @Inject
    Recorder recorder;

    @Inject
    StoreState store;

    @Inject
    ApiCaller caller;

    @Context
    HttpServletRequest request;

    @GET
    @NotAudited(reason = "Asked every few seconds by machines, and tells nothing of any event.")
    public Response status() {
        RecorderStatus figures = recorder.status();
        List<String> concerns = store.concerns();
        Health health = Health.of(figures, Instant.now()).given(concerns);
        String json = caller.isSignedIn(request)
                ? StatusJson.write(health, figures, others(health), concerns)
                : StatusJson.write(health);
        return Response.status(health == Health.DOWN ? 503 : 200)
                .type(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .entity(json)
                .build();
    }

    /** Not asked for while the database is known to be away. */
    private List<RecorderState> others(Health health) {
        return health == Health.DOWN ? List.of() : store.recorders();
    }
}

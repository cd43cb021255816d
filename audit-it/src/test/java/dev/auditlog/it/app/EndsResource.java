package dev.auditlog.it.app;

import dev.auditlog.Audited;
import dev.auditlog.Data;
import dev.auditlog.NotAudited;
import dev.auditlog.Outcomes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;

/** Ordinary ends: entities, locations, redirects, and what is refused before the method runs. */
@Path("ends")
@RequestScoped
@Audited(outcomes = Outcomes.ALL)
@Produces(MediaType.APPLICATION_JSON)
public class EndsResource {

    @GET
    @Path("entity")
    public Map<String, String> entity() {
        return Map.of("answer", "42");
    }

    @GET
    @Path("nothing")
    public void nothing() {
        // 204
    }

    @POST
    @Path("things")
    @Audited(targetType = "Thing")
    public Response create() {
        return Response.created(URI.create("things/77"))
                .entity(Map.of("id", "77"))
                .build();
    }

    @GET
    @Path("things/{id}")
    @Audited(targetType = "Thing")
    public Map<String, String> read(@PathParam("id") String id) {
        return Map.of("id", id);
    }

    @PUT
    @Path("things/{id}")
    @Audited(targetType = "Thing", data = Data.REQUEST)
    public Map<String, String> replace(@PathParam("id") String id, Map<String, Object> body) {
        return Map.of("id", id);
    }

    @PATCH
    @Path("things/{id}")
    @Audited(targetType = "Thing", data = Data.REQUEST)
    public Map<String, String> change(@PathParam("id") String id, Map<String, Object> body) {
        return Map.of("id", id);
    }

    @DELETE
    @Path("things/{id}")
    @Audited(targetType = "Thing")
    public void remove(@PathParam("id") String id) {
        // 204
    }

    @GET
    @Path("unchanged")
    public Response unchanged(@Context Request request) {
        Response.ResponseBuilder same = request.evaluatePreconditions(new EntityTag("v1"));
        return same == null ? Response.ok("{}").tag("v1").build() : same.build();
    }

    @GET
    @Path("moved")
    public Response moved() {
        return Response.seeOther(URI.create("ends/entity")).build();
    }

    @GET
    @Path("moved-for-good")
    public Response movedForGood() {
        return Response.status(Response.Status.MOVED_PERMANENTLY)
                .location(URI.create("ends/entity"))
                .build();
    }

    @POST
    @Path("orders")
    @Consumes(MediaType.APPLICATION_JSON)
    @Audited(data = Data.REQUEST)
    public Map<String, String> order(@Valid Order order) {
        return Map.of("customer", order.getCustomer());
    }

    @GET
    @Path("number/{n}")
    public Map<String, String> number(@PathParam("n") int n, @QueryParam("page") int page) {
        return Map.of("n", Integer.toString(n));
    }

    @GET
    @Path("quiet")
    @NotAudited(reason = "asked every second by the load balancer")
    public Map<String, String> quiet() {
        return Map.of();
    }
}

package dev.auditlog.it.app;

import dev.auditlog.Activity;
import dev.auditlog.Audited;
import dev.auditlog.Data;
import jakarta.enterprise.context.RequestScoped;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The annotation with its defaults, and each default overridden once. */
@Path("defaults")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class DefaultsResource {

    @GET
    @Path("status/{code}")
    @Audited
    public Response status(@PathParam("code") int code) {
        return Response.status(code).entity(code == 304 ? null : "answered").build();
    }

    @GET
    @Audited(data = Data.REQUEST)
    public String list(@QueryParam("state") String state) {
        return String.valueOf(state);
    }

    @POST
    @Audited(data = Data.REQUEST)
    @Consumes(MediaType.APPLICATION_JSON)
    public String create(String body) {
        return body;
    }

    @PUT
    @Audited(data = Data.REQUEST)
    @Consumes(MediaType.APPLICATION_JSON)
    public String replace(String body) {
        return body;
    }

    @PATCH
    @Audited
    @Consumes(MediaType.WILDCARD)
    public String change(String body) {
        return body;
    }

    @DELETE
    @Audited
    public String remove() {
        return "removed";
    }

    @POST
    @Path("search")
    @Audited(operation = "Defaults.searched", activity = Activity.READ)
    @Consumes(MediaType.WILDCARD)
    public String search(String body) {
        return body;
    }

    @GET
    @Path("by-name/{ref}/{id}")
    @Audited(target = "ref", targetType = "Document")
    public String byName(@PathParam("ref") String ref, @PathParam("id") String id) {
        return ref;
    }

    @GET
    @Path("by-id/{id}/{other}")
    @Audited
    public String byId(@PathParam("id") String id, @PathParam("other") String other) {
        return id;
    }

    @GET
    @Path("by-resource-id/{resource_id}/{other}")
    @Audited
    public String byResourceId(@PathParam("resource_id") String id, @PathParam("other") String other) {
        return id;
    }

    @GET
    @Path("by-suffix/{orderId}/{other}")
    @Audited
    public String bySuffix(@PathParam("orderId") String id, @PathParam("other") String other) {
        return id;
    }

    @GET
    @Path("by-snake-suffix/{order_id}/{other}")
    @Audited
    public String bySnakeSuffix(@PathParam("order_id") String id, @PathParam("other") String other) {
        return id;
    }

    @GET
    @Path("by-last/{first}/{last}")
    @Audited
    public String byLast(@PathParam("first") String first, @PathParam("last") String last) {
        return last;
    }
}

package dev.auditlog.sample.order;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import dev.auditlog.Activity;
import dev.auditlog.AuditContext;
import dev.auditlog.Audited;
import dev.auditlog.Data;
import dev.auditlog.Outcomes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The orders. The audit part is {@code @Audited}, and the names that {@link AuditContext} gives to what was touched. */
@Path("orders")
@RequestScoped
@Produces(APPLICATION_JSON)
@RolesAllowed({"clerk", "supervisor"})
@Transactional
@Audited(data = Data.REQUEST, outcomes = Outcomes.ALL)
public class OrderResource {

    private static final String MERGE_PATCH = "application/merge-patch+json"; // RFC 7396

    @Inject
    private OrderDesk desk;

    @Inject
    private AuditContext audit;

    @GET
    public JsonObject list(
            @QueryParam("state") @Nullable OrderState state, @QueryParam("page") @DefaultValue("0") PageNumber page) {
        List<Order> found = desk.page(state, page);
        var orders = Json.createArrayBuilder();
        found.stream().limit(PageNumber.SIZE).forEach(order -> orders.add(order.summary()));
        return Json.createObjectBuilder()
                .add("orders", orders)
                .add("page", page.number())
                .add("more", found.size() > PageNumber.SIZE)
                .build();
    }

    @POST
    @Consumes({APPLICATION_JSON, APPLICATION_FORM_URLENCODED})
    public Response create(@NotNull @Valid OrderForm form, @Context UriInfo uri) {
        Order order = desk.create(form);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(Long.toString(order.id()))
                        .build())
                .entity(named(order))
                .build();
    }

    @GET
    @Path("{id}")
    public JsonObject read(@PathParam("id") long id) {
        return named(desk.find(id));
    }

    @PUT
    @Path("{id}")
    @Consumes({APPLICATION_JSON, APPLICATION_FORM_URLENCODED})
    public JsonObject update(@PathParam("id") long id, @NotNull @Valid OrderForm form) {
        return named(desk.replace(id, form));
    }

    @PATCH
    @Path("{id}")
    @Consumes({APPLICATION_JSON, MERGE_PATCH})
    public JsonObject patch(@PathParam("id") long id, @NotNull @Valid OrderPatch changes) {
        return named(desk.change(id, changes));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed("supervisor")
    public void delete(@PathParam("id") long id) {
        named(desk.find(id));
        desk.remove(id);
    }

    /** Moves the order to another depot, by default the next one. 409 if another order lies in that bay. */
    @POST
    @Path("{id}/transfer")
    @Consumes({APPLICATION_JSON, APPLICATION_FORM_URLENCODED})
    @Audited(activity = Activity.UPDATE) // a POST counts as CREATE unless one says so; the rest is as on the class
    public JsonObject transfer(@PathParam("id") long id, @Valid @Nullable TransferForm to) {
        return named(desk.transfer(id, to == null ? TransferForm.ANYWHERE : to));
    }

    /** Tells the audit log what people call this order. */
    private JsonObject named(Order order) {
        audit.targetName("Order of " + order.customerName());
        return order.toJson();
    }
}

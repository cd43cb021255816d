package dev.auditlog.it.include;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Under the included path. */
@Path("api/customers")
public class CustomersResource {

    @GET
    @Path("{customerId}")
    public String read(@PathParam("customerId") String customerId) {
        return customerId;
    }

    @POST
    public Response create(String body) {
        return Response.created(URI.create("api/customers/12")).build();
    }
}

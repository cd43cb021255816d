package dev.auditlog.it.app;

import dev.auditlog.Audited;
import dev.auditlog.Outcomes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** No CDI bean: an object that JAX-RS makes, which no interceptor sees. Its locator returns another one. */
@Path("plain/{customerId}")
@Produces(MediaType.APPLICATION_JSON)
public class PlainResource {

    @GET
    @Audited(outcomes = Outcomes.ALL)
    public Map<String, String> read(@PathParam("customerId") String customerId) {
        return Map.of("id", customerId);
    }

    @Path("notes")
    public Notes notes() {
        return new Notes();
    }

    /** A sub-resource made by {@code new}. */
    @Produces(MediaType.APPLICATION_JSON)
    public static class Notes {

        @GET
        @Path("{note_id}")
        @Audited(outcomes = Outcomes.ALL)
        public Map<String, String> note(@PathParam("note_id") String noteId) {
            return Map.of("note", noteId);
        }

        @GET
        public Map<String, String> notAudited() {
            return Map.of();
        }
    }
}

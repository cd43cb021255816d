package dev.auditlog.sample.document;

import dev.auditlog.AuditContext;
import dev.auditlog.Audited;
import dev.auditlog.Data;
import dev.auditlog.Outcomes;
import dev.auditlog.sample.http.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Documents: handed in as the part {@code file} of a multipart body. */
@Path("documents")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"clerk", "supervisor"})
@Transactional
@Audited(data = Data.REQUEST, outcomes = Outcomes.ALL)
public class DocumentResource {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private AuditContext audit;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@FormParam("file") @Nullable EntityPart file, @Context UriInfo uri) {
        if (file == null) {
            throw Problem.badRequest("The part \"file\" is missing.");
        }
        Document document = new Document(UploadName.of(file.getFileName().orElse("")), bytes(file));
        em.persist(document);
        em.flush(); // the database gives the id, and Location needs it
        audit.targetName(document.name());
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(Long.toString(document.id()))
                        .build())
                .entity(document.toJson())
                .build();
    }

    @GET
    @Path("{id}")
    public JsonObject read(@PathParam("id") long id) {
        Document document = em.find(Document.class, id);
        if (document == null) {
            throw Problem.of(Status.NOT_FOUND, "There is no document " + id + ".");
        }
        audit.targetName(document.name());
        return document.toJson();
    }

    private static byte[] bytes(EntityPart file) {
        try (InputStream content = file.getContent()) {
            return content.readAllBytes();
        } catch (IOException incomplete) {
            throw Problem.badRequest("The file did not arrive whole.");
        }
    }
}

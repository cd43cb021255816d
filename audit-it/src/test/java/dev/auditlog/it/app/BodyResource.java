package dev.auditlog.it.app;

import dev.auditlog.Audited;
import dev.auditlog.Data;
import dev.auditlog.Outcomes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/** Methods that read their body in every way; each answers with what it read. */
@Path("bodies")
@RequestScoped
@Audited(outcomes = Outcomes.ALL, data = Data.REQUEST)
@Produces(MediaType.TEXT_PLAIN)
public class BodyResource {

    @POST
    @Path("text")
    @Consumes(MediaType.WILDCARD)
    public String text(String body) {
        return body;
    }

    @POST
    @Path("unread")
    @Consumes(MediaType.WILDCARD)
    public String unread() {
        return "unread";
    }

    @POST
    @Path("partly")
    @Consumes(MediaType.WILDCARD)
    public String partly(InputStream body) throws IOException {
        return new String(body.readNBytes(4), java.nio.charset.StandardCharsets.US_ASCII);
    }

    /** A filter has read it before and put it back. */
    @POST
    @Path("twice")
    @Consumes(MediaType.WILDCARD)
    @ReadTwice
    public String twice(String body) {
        return body;
    }

    @POST
    @Path("servlet")
    @Consumes(MediaType.WILDCARD)
    public String servlet(@Context HttpServletRequest request) throws IOException {
        return Integer.toString(request.getInputStream().readAllBytes().length);
    }

    @POST
    @Path("size")
    @Consumes(MediaType.WILDCARD)
    public String size(byte[] body) {
        return body.length + " " + Arrays.hashCode(body);
    }

    @POST
    @Path("form")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public String form(@FormParam("customer") String customer, @FormParam("amount") int amount) {
        return customer + " " + amount;
    }

    @POST
    @Path("form-entity")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public String formEntity(Form form) {
        return form.asMap().toString();
    }

    @POST
    @Path("parts")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public String parts(List<EntityPart> parts) throws IOException {
        StringBuilder read = new StringBuilder();
        for (EntityPart part : parts) {
            read.append(part.getName())
                    .append('=')
                    .append(part.getContent(String.class).length())
                    .append(' ');
        }
        return read.toString().strip();
    }
}

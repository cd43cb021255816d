package dev.auditlog.it.unaudited;

import dev.auditlog.Auditor;
import dev.auditlog.event.AuditEvent;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;

/** Asks for the auditor where nobody can see it beforehand. */
@Path("stock")
public class StockResource {

    @GET
    public String read() {
        return "12";
    }

    /** Says whether the library has put itself before the request. */
    @GET
    @Path("watched")
    public boolean watched(@Context HttpServletRequest request) {
        return request.getAttribute("dev.auditlog.capture.Exchange") != null;
    }

    @POST
    public String recount() {
        return CDI.current()
                .select(Auditor.class)
                .get()
                .record(AuditEvent.draft("Stock.recount").target("Stock", "4711"));
    }
}

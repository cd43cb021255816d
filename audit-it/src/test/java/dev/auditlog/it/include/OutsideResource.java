package dev.auditlog.it.include;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Not under the included path. */
@Path("open")
public class OutsideResource {

    @GET
    public String read() {
        return "open";
    }
}

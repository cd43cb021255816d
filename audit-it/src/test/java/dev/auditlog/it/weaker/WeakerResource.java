package dev.auditlog.it.weaker;

import dev.auditlog.Audited;
import dev.auditlog.Guarantee;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Must be refused at deployment. */
@Path("weaker")
public class WeakerResource {

    @GET
    @Audited(guarantee = Guarantee.BEST_EFFORT)
    public String read() {
        return "weaker";
    }
}

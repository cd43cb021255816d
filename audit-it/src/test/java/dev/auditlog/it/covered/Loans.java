package dev.auditlog.it.covered;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import java.util.concurrent.atomic.AtomicInteger;

/** Behind a locator that does not say what it returns. */
public class Loans {

    private static final AtomicInteger DELETED = new AtomicInteger();

    @GET
    public String list() {
        return "deleted " + DELETED.get();
    }

    @DELETE
    public void delete() {
        DELETED.incrementAndGet();
    }
}

package dev.auditlog.it.covered;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;

/** Behind an audited locator. */
public class Books {

    @GET
    public String list() {
        return "books";
    }

    @PUT
    public String replace() {
        return "replaced";
    }
}

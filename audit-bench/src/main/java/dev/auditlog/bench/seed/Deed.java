package dev.auditlog.bench.seed;

import dev.auditlog.Activity;
import dev.auditlog.Guarantee;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Something that applications do.
 *
 * @param application where
 * @param operation its name
 * @param activity kind of access
 * @param method HTTP method
 * @param route with {@code {id}} where it is about one target
 * @param type of its target
 * @param weight how often it is done beside the others of its application
 */
record Deed(
        String application,
        String operation,
        Activity activity,
        String method,
        String route,
        String type,
        double weight) {

    static final String ORDERS = "orders";
    static final String CRM = "crm";
    static final String BILLING = "billing";
    static final String PORTAL = "portal";

    private static final List<Deed> ALL = List.of(
            new Deed(ORDERS, "OrderResource.list", Activity.READ, "GET", "/orders", "Order", 20),
            new Deed(ORDERS, "OrderResource.read", Activity.READ, "GET", "/orders/{id}", "Order", 46),
            new Deed(ORDERS, "OrderResource.create", Activity.CREATE, "POST", "/orders", "Order", 14),
            new Deed(ORDERS, "OrderResource.update", Activity.UPDATE, "PUT", "/orders/{id}", "Order", 12),
            new Deed(ORDERS, "OrderResource.patch", Activity.UPDATE, "PATCH", "/orders/{id}", "Order", 5),
            new Deed(ORDERS, "OrderResource.delete", Activity.DELETE, "DELETE", "/orders/{id}", "Order", 2.4),
            new Deed(ORDERS, "OrderResource.transfer", Activity.UPDATE, "POST", "/orders/{id}/transfer", "Order", 0.6),
            new Deed(CRM, "CustomerResource.search", Activity.READ, "GET", "/customers", "Customer", 22),
            new Deed(CRM, "CustomerResource.read", Activity.READ, "GET", "/customers/{id}", "Customer", 44),
            new Deed(CRM, "CustomerResource.create", Activity.CREATE, "POST", "/customers", "Customer", 3),
            new Deed(CRM, "CustomerResource.update", Activity.UPDATE, "PUT", "/customers/{id}", "Customer", 13),
            new Deed(CRM, "CustomerResource.delete", Activity.DELETE, "DELETE", "/customers/{id}", "Customer", 0.2),
            new Deed(CRM, "TicketResource.create", Activity.CREATE, "POST", "/tickets", "Ticket", 6),
            new Deed(CRM, "TicketResource.update", Activity.UPDATE, "PATCH", "/tickets/{id}", "Ticket", 12),
            new Deed(BILLING, "InvoiceResource.list", Activity.READ, "GET", "/invoices", "Invoice", 20),
            new Deed(BILLING, "InvoiceResource.read", Activity.READ, "GET", "/invoices/{id}", "Invoice", 45),
            new Deed(BILLING, "InvoiceResource.create", Activity.CREATE, "POST", "/invoices", "Invoice", 20),
            new Deed(BILLING, "InvoiceResource.correct", Activity.UPDATE, "PUT", "/invoices/{id}", "Invoice", 9),
            new Deed(BILLING, "InvoiceResource.cancel", Activity.DELETE, "DELETE", "/invoices/{id}", "Invoice", 1),
            new Deed(PORTAL, "CatalogResource.read", Activity.READ, "GET", "/products/{id}", "Product", 55),
            new Deed(PORTAL, "DocumentResource.read", Activity.READ, "GET", "/documents/{id}", "Document", 25),
            new Deed(PORTAL, "DocumentResource.upload", Activity.CREATE, "POST", "/documents", "Document", 8));

    private static final Map<String, Weighted<Deed>> BY_APPLICATION = List.of(ORDERS, CRM, BILLING, PORTAL).stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Deed::of));

    private static Weighted<Deed> of(String application) {
        return new Weighted<>(
                ALL.stream()
                        .filter(deed -> deed.application.equals(application))
                        .toList(),
                Deed::weight);
    }

    /** What is done next in an application. */
    static Deed next(String application, Dice dice) {
        return BY_APPLICATION.get(application).pick(dice);
    }

    boolean changes() {
        return activity != Activity.READ;
    }

    /** Whether it is about one target that was there before. */
    boolean isAboutOne() {
        return route.contains("{id}");
    }

    Guarantee guarantee() {
        if (application.equals(BILLING) && changes()) {
            return Guarantee.ATOMIC;
        }
        return application.equals(PORTAL) && !changes() ? Guarantee.BEST_EFFORT : Guarantee.BEFORE_RESPONSE;
    }

    /** As the client asks for it. */
    String path(String id) {
        return "/" + application + "/api" + route.replace("{id}", id);
    }
}

package dev.auditlog.bench.seed;

import java.util.List;
import java.util.Locale;

/** Where people work, the largest first. */
enum Department {
    SALES("orders", "clerk"),
    SUPPORT("crm", "agent"),
    LOGISTICS("orders", "packer"),
    BILLING("billing", "accountant"),
    MARKETING("portal", "editor"),
    MANAGEMENT("billing", "supervisor");

    private final String application;
    private final List<String> roles;

    Department(String application, String role) {
        this.application = application;
        this.roles = List.of(role, "staff");
    }

    /** The application that they use most. */
    String application() {
        return application;
    }

    /** Sorted. */
    List<String> roles() {
        return roles;
    }

    /** As the group is named. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

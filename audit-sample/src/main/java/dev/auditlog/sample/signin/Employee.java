package dev.auditlog.sample.signin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who works at the desk. */
enum Employee {
    ALICE("Alice Doe", "clerk"),
    BOB("Bob Ray", "clerk"),
    CAROL("Carol Lind", "supervisor");

    static final String GROUP = "sales";

    private final String fullName;
    private final String role;

    Employee(String fullName, String role) {
        this.fullName = fullName;
        this.role = role;
    }

    static Optional<Employee> byLogin(String login) {
        return Arrays.stream(values()).filter(one -> one.login().equals(login)).findAny();
    }

    String login() {
        return name().toLowerCase(Locale.ROOT);
    }

    String fullName() {
        return fullName;
    }

    String role() {
        return role;
    }
}

package dev.auditlog.web.signin;

import java.util.Set;
import java.util.TreeSet;

/** The console's roles. Each has the rights of those before it. */
public final class Roles {

    /** Reads events. */
    public static final String AUDITOR = "auditor";

    /** Takes events out of the console. */
    public static final String EXPORTER = "exporter";

    /** Changes the console's users and configuration. */
    public static final String ADMIN = "admin";

    private Roles() {}

    /** Returns the given roles with those that they imply; what is no role of the console is left out. */
    static Set<String> implied(Set<String> roles) {
        Set<String> all = new TreeSet<>();
        if (roles.contains(ADMIN)) {
            all.add(ADMIN);
        }
        if (roles.contains(EXPORTER) || roles.contains(ADMIN)) {
            all.add(EXPORTER);
        }
        if (roles.contains(AUDITOR) || !all.isEmpty()) {
            all.add(AUDITOR);
        }
        return all;
    }
}

package dev.auditlog.web.view;

import dev.auditlog.config.AuditConfig;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The views that come with the console: queries that are asked often. They keep the range that the list has. */
enum ShippedView {
    DENIED("denied", "outcome:DENIED"),
    FAILURES("failures", "outcome:FAILURE,ERROR"),
    DELETIONS("deletions", "activity:DELETE"),
    /** What changes the audit log itself: its users, its views. */
    ADMIN("admin", "application:audit activity:CREATE,UPDATE,DELETE"),
    /** The query without its hours, which the operator sets. */
    AFTER_HOURS("afterHours", "-hours:"),
    NEW_ADDRESS("newAddress", "first:ip");

    private final String key;
    private final String query;

    ShippedView(String key, String query) {
        this.key = key;
        this.query = query;
    }

    /** Names the view in texts, in ids, and as what a list begins with. */
    String key() {
        return key;
    }

    /** The query; where it speaks of office hours, by the clock of this zone, which it names, unless they have one. */
    String query(ZoneId zone) {
        return query(zone, AuditConfig.current().consoleOfficeHours());
    }

    String query(ZoneId zone, List<String> officeHours) {
        String name = zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
        return this != AFTER_HOURS
                ? query
                : officeHours.stream()
                        .map(hours -> hours.indexOf('@') < 0 ? hours + "@" + name : hours)
                        .collect(Collectors.joining(",", query, ""));
    }

    /** What names them. */
    static Set<String> keys() {
        return Arrays.stream(values()).map(ShippedView::key).collect(Collectors.toUnmodifiableSet());
    }

    static Optional<ShippedView> of(String key) {
        return Arrays.stream(values()).filter(view -> view.key.equals(key)).findFirst();
    }
}

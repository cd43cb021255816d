package dev.auditlog.store;

import java.sql.SQLException;
import java.util.List;

/** What the store says weakens its guarantees, word by word: the texts are its own and seen from its package alone. */
public final class StoreConcerns {

    private StoreConcerns() {}

    /** One of each kind, of a user {@code desk}. */
    public static List<String> all() {
        SQLException cause = new SQLException("permission denied", "42501");
        return List.of(
                StoreMessages.notSynced(),
                StoreMessages.pagesMayTear(),
                ownerCouldChange("is a superuser"),
                ownerCouldChange("owns audit_event"),
                ownerCouldChange("owns the schema"),
                StoreMessages.couldChange("desk", "revoke update on audit.audit_event from desk"),
                StoreMessages.partitionsNotAllowed("audit", "desk", cause),
                StoreMessages.partitionsFailed(cause),
                StoreMessages.partitionInTheWay("audit", 3, 1_234_567),
                StoreMessages.inMemory("jdbc:h2:mem:audit"));
    }

    /** That the user is the owner, or more. */
    public static String ownerCouldChange(String why) {
        return StoreMessages.ownerCouldChange("desk", why);
    }
}

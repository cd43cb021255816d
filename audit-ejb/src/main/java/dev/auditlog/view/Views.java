package dev.auditlog.view;

import dev.auditlog.store.AuditDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * The views that people have saved. Safe for many threads, and for many nodes on one database. To be called outside of
 * transactions.
 *
 * <p>A private view is there for its owner alone, also for an admin. A shared one is seen by all, and changed by its owner
 * and by admins. Every method throws {@link dev.auditlog.AuditException} or {@link jakarta.persistence.PersistenceException}
 * where the database cannot be used, and {@link ViewException} where a change is refused.
 */
public interface Views {

    /** Returns the views in a database. Connects at the first call. */
    static Views of(AuditDatabase database) {
        return new JpaViews(database, Clock.systemUTC());
    }

    /** The views that a person sees: the own ones and those that others share, by name. */
    List<View> seenBy(String person);

    /**
     * Saves a view.
     *
     * @throws dev.auditlog.query.QuerySyntaxException if its query or its range cannot be read
     */
    View create(Editor owner, ViewContent content, boolean shared);

    /** Gives a view another name. */
    View rename(Editor editor, String id, String name);

    /**
     * Lets a view show something else; its name stays, whatever the content says.
     *
     * @throws dev.auditlog.query.QuerySyntaxException if the query or the range cannot be read
     */
    View replace(Editor editor, String id, ViewContent content);

    /** Shows a view to all, or to its owner alone. */
    View share(Editor editor, String id, boolean shared);

    /** Removes a view, and returns what it was. */
    View delete(Editor editor, String id);

    /** The key of what a person's list begins with; empty for none. It may be the key of a view that is no more. */
    String defaultOf(String person);

    /**
     * Sets what a person's list begins with.
     *
     * @param key id of a view that this person sees, or one of the words; empty for nothing
     * @param words what else a list can begin with; of at most {@value ViewRules#MAX_KEY} characters each
     * @return what it was before
     */
    String setDefault(String person, String key, Set<String> words);
}

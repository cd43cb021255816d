package dev.auditlog.view;

import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.SqlErrors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Views in the audit database. */
final class JpaViews implements Views {

    private final AuditDatabase database;
    private final Clock clock;

    JpaViews(AuditDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<View> seenBy(String person) {
        return database.read(em -> em
                .createQuery("select v from ViewRow v where v.owner = :person or v.shared = true", ViewRow.class)
                .setParameter("person", person)
                .getResultList()
                .stream()
                .map(ViewRow::toView)
                .sorted(Comparator.comparing(
                                (View v) -> ViewRules.key(v.content().name()))
                        .thenComparing(View::owner))
                .toList());
    }

    @Override
    public View create(Editor owner, ViewContent content, boolean shared) {
        ViewContent checked = ViewRules.checked(content);
        ViewRow row = new ViewRow(UUID.randomUUID().toString(), owner.name(), now());
        row.setName(checked.name());
        row.setContent(checked);
        row.shared = shared;
        if (count(owner.name()) >= ViewRules.MAX_VIEWS) {
            throw ViewMessages.tooMany();
        }
        return unique(
                checked.name(),
                () -> database.write(em -> {
                    em.persist(row);
                    return row.toView();
                }));
    }

    private long count(String owner) {
        return database.read(em -> em.createQuery("select count(v) from ViewRow v where v.owner = :owner", Long.class)
                .setParameter("owner", owner)
                .getSingleResult());
    }

    @Override
    public View rename(Editor editor, String id, String name) {
        String kept = ViewRules.name(name);
        return unique(kept, () -> change(editor, id, row -> row.setName(kept)));
    }

    @Override
    public View replace(Editor editor, String id, ViewContent content) {
        ViewContent checked = ViewRules.checked(content.named("kept"));
        return change(editor, id, row -> row.setContent(checked));
    }

    @Override
    public View share(Editor editor, String id, boolean shared) {
        return change(editor, id, row -> row.shared = shared);
    }

    @Override
    public View delete(Editor editor, String id) {
        return database.write(em -> {
            ViewRow row = changeable(em, editor, id);
            em.remove(row);
            return row.toView();
        });
    }

    private View change(Editor editor, String id, Consumer<ViewRow> change) {
        return database.write(em -> {
            ViewRow row = changeable(em, editor, id);
            change.accept(row);
            row.changed = now();
            em.flush(); // so that a name that is taken is found here
            return row.toView();
        });
    }

    private static ViewRow changeable(EntityManager em, Editor editor, String id) {
        ViewRow row =
                id.length() > ViewRules.MAX_KEY ? null : em.find(ViewRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null || !isSeen(row, editor.name())) {
            throw ViewMessages.unknown();
        }
        if (!row.owner.equals(editor.name()) && !editor.admin()) {
            throw ViewMessages.notYours(row.owner);
        }
        return row;
    }

    private static boolean isSeen(@Nullable ViewRow row, String person) {
        return row != null && (row.shared || row.owner.equals(person));
    }

    private static View unique(String name, Supplier<View> change) {
        try {
            return change.get();
        } catch (PersistenceException failure) {
            throw SqlErrors.isUniqueViolation(failure) ? ViewMessages.exists(name) : failure;
        }
    }

    @Override
    public String defaultOf(String person) {
        DefaultViewRow row = database.read(em -> em.find(DefaultViewRow.class, person));
        return row == null ? "" : row.key;
    }

    @Override
    public String setDefault(String person, String key, Set<String> words) {
        if (key.length() > ViewRules.MAX_KEY) {
            throw ViewMessages.badKey();
        }
        return database.write(em -> {
            if (!key.isEmpty() && !words.contains(key) && !isSeen(em.find(ViewRow.class, key), person)) {
                throw ViewMessages.unknown();
            }
            DefaultViewRow row = em.find(DefaultViewRow.class, person, LockModeType.PESSIMISTIC_WRITE);
            String before = row == null ? "" : row.key;
            if (row != null && key.isEmpty()) {
                em.remove(row);
            } else if (row != null) {
                row.key = key;
            } else if (!key.isEmpty()) {
                em.persist(new DefaultViewRow(person, key));
            }
            return before;
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

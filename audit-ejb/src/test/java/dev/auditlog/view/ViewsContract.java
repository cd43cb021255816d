package dev.auditlog.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.query.Order;
import dev.auditlog.query.QuerySyntaxException;
import dev.auditlog.store.AuditDatabase;
import dev.auditlog.view.ViewException.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What saved views do, the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ViewsContract {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00.123456Z");
    private static final Editor ALICE = new Editor("alice", false);
    private static final Editor BOB = new Editor("bob", false);
    private static final Editor ADMIN = new Editor("root", true);

    private AuditDatabase database;
    private Views views;

    /** An empty database. */
    abstract DataSource fresh();

    @BeforeAll
    void open() {
        database = AuditDatabase.open(fresh(), AuditDatabase.Options.defaults());
        views = new JpaViews(database, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void clear() {
        database.write(em -> {
            em.createQuery("delete from DefaultViewRow d").executeUpdate();
            return em.createQuery("delete from ViewRow v").executeUpdate();
        });
    }

    private static ViewContent content(String name) {
        return new ViewContent(name, "actor:bob  OUTCOME:DENIED", "-7d", "", Order.OLDEST);
    }

    private List<String> seenBy(Editor person) {
        return views.seenBy(person.name()).stream().map(v -> v.content().name()).toList();
    }

    private static Kind refused(Runnable work) {
        return assertThrows(ViewException.class, work::run).kind();
    }

    @Test
    void create_content_isKeptCanonically() {
        View made = views.create(ALICE, content("  Bob's refusals "), false);
        ViewContent kept = new ViewContent("Bob's refusals", "actor:bob outcome:DENIED", "-7d", "", Order.OLDEST);
        assertEquals(new View(made.id(), "alice", false, kept, NOW, NOW), made);
        assertEquals(List.of(made), views.seenBy("alice"));
    }

    @Test
    void create_emptyQueryAndRange_areEmptyAgain() {
        ViewContent all = new ViewContent("All", "", "", "", Order.NEWEST);
        assertEquals(all, views.create(ALICE, all, true).content());
        assertEquals(all, views.seenBy("alice").get(0).content());
    }

    @Test
    void seenBy_othersPrivateView_isNotThere_evenForAnAdmin() {
        views.create(ALICE, content("b mine"), false);
        views.create(ALICE, content("a shared"), true);
        views.create(BOB, content("C of Bob"), true);
        assertEquals(List.of("a shared", "b mine", "C of Bob"), seenBy(ALICE));
        assertEquals(List.of("a shared", "C of Bob"), seenBy(BOB));
        assertEquals(List.of("a shared", "C of Bob"), seenBy(ADMIN));
        assertEquals(List.of("a shared", "C of Bob"), seenBy(new Editor("Alice", false)));
    }

    @Test
    void change_ofOthersPrivateView_isUnknown_evenForAnAdmin() {
        String id = views.create(ALICE, content("mine"), false).id();
        for (Editor other : List.of(BOB, ADMIN)) {
            assertEquals(Kind.UNKNOWN, refused(() -> views.rename(other, id, "x")));
            assertEquals(Kind.UNKNOWN, refused(() -> views.share(other, id, true)));
            assertEquals(Kind.UNKNOWN, refused(() -> views.replace(other, id, content("x"))));
            assertEquals(Kind.UNKNOWN, refused(() -> views.delete(other, id)));
        }
        assertEquals(Kind.UNKNOWN, refused(() -> views.delete(ALICE, "x".repeat(1_000))));
        assertEquals(List.of("mine"), seenBy(ALICE));
    }

    @Test
    void change_ofASharedView_isForItsOwnerAndAdmins() {
        String id = views.create(ALICE, content("ours"), true).id();
        assertEquals(Kind.FORBIDDEN, refused(() -> views.rename(BOB, id, "x")));
        assertEquals(Kind.FORBIDDEN, refused(() -> views.share(BOB, id, false)));
        assertEquals(Kind.FORBIDDEN, refused(() -> views.replace(BOB, id, content("x"))));
        assertEquals(Kind.FORBIDDEN, refused(() -> views.delete(BOB, id)));
        assertEquals("by root", views.rename(ADMIN, id, "by root").content().name());
        ViewContent other = new ViewContent("ignored", "status:>=500", "", "", Order.NEWEST);
        assertEquals(other.named("by root"), views.replace(ALICE, id, other).content());
        assertFalse(views.share(ADMIN, id, false).shared());
        assertEquals(List.of(), seenBy(ADMIN));
        assertTrue(views.share(ALICE, id, true).shared());
        assertEquals("alice", views.delete(ADMIN, id).owner());
        assertEquals(List.of(), seenBy(ALICE));
    }

    @Test
    void name_takenByTheSamePerson_isAConflict_byAnotherOneItIsNot() {
        views.create(ALICE, content("Night"), false);
        assertEquals(Kind.CONFLICT, refused(() -> views.create(ALICE, content("NIGHT"), true)));
        String id = views.create(ALICE, content("Day"), false).id();
        assertEquals(Kind.CONFLICT, refused(() -> views.rename(ALICE, id, "night ")));
        assertEquals("DAY", views.rename(ALICE, id, "DAY").content().name());
        assertEquals(
                "Night", views.create(BOB, content("Night"), false).content().name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "a\nb",
                "a\u0000b",
                "rtl\u202Ename",
                "1234567890123456789012345678901234567890123456789012345678901"
            })
    void name_thatIsNone_isRefused(String name) {
        assertEquals(Kind.INVALID, refused(() -> views.create(ALICE, content(name), false)));
        String id = views.create(ALICE, content("ok"), false).id();
        assertEquals(Kind.INVALID, refused(() -> views.rename(ALICE, id, name)));
    }

    @Test
    void content_thatCannotBeRead_isRefusedInTheWordsOfTheQuery() {
        ViewContent badQuery = new ViewContent("x", "actr:bob", "", "", Order.NEWEST);
        ViewContent badRange = new ViewContent("x", "", "now", "-1h", Order.NEWEST);
        assertEquals("AUD-0502", code(badQuery));
        assertEquals("AUD-0511", code(badRange));
        assertEquals(List.of(), seenBy(ALICE));
    }

    private String code(ViewContent content) {
        return assertThrows(QuerySyntaxException.class, () -> views.create(ALICE, content, false))
                .code();
    }

    @Test
    void views_moreThanAHundredOfAPerson_areRefused() {
        for (int i = 0; i < ViewRules.MAX_VIEWS; i++) {
            views.create(ALICE, content("v" + i), false);
        }
        assertEquals(Kind.CONFLICT, refused(() -> views.create(ALICE, content("one more"), false)));
        assertEquals(ViewRules.MAX_VIEWS, views.seenBy("alice").size());
    }

    @Test
    void default_ofAPerson_isTheOwnAloneAndCanGo() {
        assertEquals("", views.defaultOf("alice"));
        assertEquals("", setDefault("alice", "denied"));
        assertEquals("denied", setDefault("alice", "failures"));
        assertEquals("failures", views.defaultOf("alice"));
        assertEquals("", views.defaultOf("Alice"));
        assertEquals("failures", setDefault("alice", ""));
        assertEquals("", setDefault("alice", ""));
        assertEquals("", views.defaultOf("alice"));
        assertEquals(Kind.INVALID, refused(() -> setDefault("alice", "x".repeat(65))));
    }

    private String setDefault(String person, String key) {
        return views.setDefault(person, key, Set.of("denied", "failures"));
    }

    @Test
    void default_isAViewThatThePersonSees_orAWordThatIsKnown() {
        String id = views.create(ALICE, content("mine"), false).id();
        assertEquals("", setDefault("alice", id));
        assertEquals(Kind.UNKNOWN, refused(() -> setDefault("bob", id)));
        assertEquals(Kind.UNKNOWN, refused(() -> setDefault("root", id)), "an admin does not see it either");
        assertEquals(Kind.UNKNOWN, refused(() -> setDefault("bob", "other")));
        assertEquals("", views.defaultOf("bob"));
        views.share(ALICE, id, true);
        assertEquals("", setDefault("bob", id));
        assertEquals(id, views.defaultOf("bob"));
    }
}

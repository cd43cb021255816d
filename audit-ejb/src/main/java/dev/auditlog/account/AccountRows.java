package dev.auditlog.account;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads users. */
final class AccountRows {

    private static final String ALL = "select a from AccountRow a";

    private AccountRows() {}

    static Optional<AccountRow> find(EntityManager em, String name) {
        return PasswordRules.isName(name)
                ? Optional.ofNullable(em.find(AccountRow.class, AccountRow.key(name)))
                : Optional.empty();
    }

    /** Null if there is none. */
    static @Nullable AccountRow locked(EntityManager em, String name) {
        return PasswordRules.isName(name)
                ? em.find(AccountRow.class, AccountRow.key(name), LockModeType.PESSIMISTIC_WRITE)
                : null;
    }

    /** All, by name. */
    static Stream<AccountRow> all(EntityManager em) {
        return em.createQuery(ALL, AccountRow.class).getResultList().stream()
                .sorted(Comparator.comparing(row -> row.nameKey));
    }

    /** All, in no order: Derby locks no ordered rows. */
    static List<AccountRow> allLocked(EntityManager em) {
        return em.createQuery(ALL, AccountRow.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    static boolean isEmpty(EntityManager em) {
        return em.createQuery("select count(a) from AccountRow a", Long.class).getSingleResult() == 0;
    }
}

package dev.auditlog.query;

import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.Dialect;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;

/**
 * Keeps the numbers of events by hours and days, behind the writers: the numbers of an event are added, and its place in its
 * chain is noted, in one transaction, so each event is in them once. What has not been added yet is counted from the rows
 * when somebody asks. Several processes may do it; one at a time does. ADR 0074.
 */
public final class RollUp {

    /** Events in a transaction: some tenths of a second. Derby lets nobody read the numbers meanwhile. */
    private static final int BATCH = 20_000;

    private static final int BATCH_WITH_LOCKS = 2_000;

    private final AuditDatabase database;

    /** For a database, which stays the caller's. */
    public RollUp(AuditDatabase database) {
        this.database = database;
    }

    /**
     * Adds the numbers of a batch of events.
     *
     * @return how many events it were; 0 if none is left
     * @throws dev.auditlog.AuditException if the database cannot be used
     * @throws jakarta.persistence.PersistenceException if a statement fails; nothing was added then
     */
    public long advance() {
        boolean postgresql = database.dialect() == Dialect.POSTGRESQL;
        long most = postgresql ? BATCH : BATCH_WITH_LOCKS;
        return database.write(em -> {
            update(em, new SqlText().add("update audit_count_mark set seq = seq + 1 where chain = ''"));
            long added = 0;
            for (Object[] row : chains(em)) {
                Part part = Part.of(row, most - added);
                if (part.events() > 0) {
                    add(em, part, postgresql);
                    mark(em, part);
                    added += part.events();
                }
            }
            return added;
        });
    }

    /** Events of a chain after one number to another one. */
    private record Part(String chain, long after, long to, boolean first) {

        static Part of(Object[] row, long most) {
            long after = row[2] == null ? 0 : ((Number) row[2]).longValue();
            long to = Math.min(((Number) row[1]).longValue(), after + most);
            return new Part((String) row[0], after, to, row[2] == null);
        }

        long events() {
            return to - after;
        }
    }

    @SuppressWarnings("unchecked") // of a native query with several columns
    private static List<Object[]> chains(EntityManager em) {
        return em.createNativeQuery(RollUpSql.CHAINS).getResultList();
    }

    private static void add(EntityManager em, Part part, boolean postgresql) {
        if (postgresql) {
            update(em, RollUpSql.addAll(part.chain(), part.after(), part.to()));
            return;
        }
        SqlText counted = RollUpSql.counted(part.chain(), part.after(), part.to());
        for (Object row : prepared(em, counted).getResultList()) {
            addOne(em, (Object[]) row);
        }
    }

    private static void addOne(EntityManager em, Object[] row) {
        SqlText more = new SqlText().add("update audit_count set events = events + ").bind(row[5]);
        more.add(" where field = ").bind(row[0]).add(" and hour_number = ").bind(row[1]);
        more.add(" and value_text = ").bind(row[2]).add(" and application = ").bind(row[3]);
        more.add(" and outcome = ").bind(row[4]);
        if (update(em, more) == 0) {
            SqlText first = new SqlText()
                    .add("insert into audit_count (field, hour_number, value_text, application, outcome, events) values (");
            for (int i = 0; i < row.length; i++) {
                first.add(i == 0 ? "" : ", ").bind(row[i]);
            }
            update(em, first.add(")"));
        }
    }

    private static void mark(EntityManager em, Part part) {
        SqlText sql = part.first()
                ? new SqlText().add("insert into audit_count_mark (seq, chain) values (").bind(part.to())
                : new SqlText().add("update audit_count_mark set seq = ").bind(part.to());
        sql.add(part.first() ? ", " : " where chain = ").bind(part.chain());
        update(em, sql.add(part.first() ? ")" : ""));
    }

    private static int update(EntityManager em, SqlText sql) {
        return prepared(em, sql).executeUpdate();
    }

    private static Query prepared(EntityManager em, SqlText sql) {
        Query query = em.createNativeQuery(sql.text());
        int place = 1;
        for (Object value : sql.values()) {
            query.setParameter(place++, value);
        }
        return query;
    }
}

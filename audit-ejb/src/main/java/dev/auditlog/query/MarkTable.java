package dev.auditlog.query;

import dev.auditlog.query.Marks.Tail;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table that says how far something that is kept behind the writers has come in each chain. Its row of the empty name
 * changes with each transaction, so only one process works at a time.
 */
enum MarkTable {
    COUNT("audit_count_mark"),
    SEGMENT("audit_segment_mark");

    private static final long UNLIMITED = 0;

    private final String table;

    MarkTable(String table) {
        this.table = table;
    }

    /** What has been kept, and what has not, as of now; each statement within a time. */
    Marks marks(EntityManager em, long timeoutMillis) {
        return new Marks(version(em, timeoutMillis), tails(em, timeoutMillis));
    }

    /** Changes with each transaction; 0 if nobody has begun. */
    long version(EntityManager em, long timeoutMillis) {
        String sql = "select seq from " + table + " where chain = ''";
        return ((Number) query(em, sql, timeoutMillis).getSingleResult()).longValue();
    }

    /** What was not taken yet of each chain, for one who has the time. */
    List<Tail> tails(EntityManager em) {
        return tails(em, UNLIMITED);
    }

    private List<Tail> tails(EntityManager em, long timeoutMillis) {
        List<Tail> tails = new ArrayList<>();
        for (String chains : List.of(chains(), adopted())) {
            for (Object row : query(em, chains, timeoutMillis).getResultList()) {
                Object[] columns = (Object[]) row;
                long last = columns[1] == null ? 0 : ((Number) columns[1]).longValue();
                long after = columns[2] == null ? 0 : ((Number) columns[2]).longValue();
                if (last > after) {
                    tails.add(new Tail((String) columns[0], after, last, columns[2] == null));
                }
            }
        }
        return tails;
    }

    private static Query query(EntityManager em, String sql, long timeoutMillis) {
        return em.createNativeQuery(sql).setHint(Asking.TIMEOUT, timeoutMillis);
    }

    /** Name of each chain that a writer has, number of its last event, and of the last one that was taken, or null. */
    private String chains() {
        return "select c.chain, c.seq as last_seq,"
                + " (select m.seq from " + table + " m where m.chain = c.chain) as taken_seq"
                + " from audit_chain c order by c.chain";
    }

    /** The same of chains without a writer, whose events somebody put in beside the product. */
    private String adopted() {
        return "select m.chain,"
                + " (select max(e.seq) from audit_event e where e.chain = m.chain) as last_seq, m.seq as taken_seq"
                + " from " + table + " m where m.chain <> ''"
                + " and not exists (select 1 from audit_chain c where c.chain = m.chain) order by m.chain";
    }

    /** Keeps others out until the end of the transaction. */
    void lock(EntityManager em) {
        new SqlText()
                .add("update " + table + " set seq = seq + 1 where chain = ''")
                .update(em);
    }

    /** Notes that the events were taken. */
    void move(EntityManager em, Tail part) {
        SqlText sql = part.first()
                ? new SqlText()
                        .add("insert into " + table + " (seq, chain) values (")
                        .bind(part.to())
                : new SqlText().add("update " + table + " set seq = ").bind(part.to());
        sql.add(part.first() ? ", " : " where chain = ").bind(part.chain());
        sql.add(part.first() ? ")" : "").update(em);
    }

    /** Follows a chain without a writer from now on. */
    void adopt(EntityManager em, String chain) {
        if (!isKnown(em, chain, UNLIMITED)) { // to another one who does this
            move(em, new Tail(chain, 0, 0, true));
        }
    }

    /**
     * Chains without a writer that are not followed yet. By as many looks into an index as there are chains: no database
     * skips to the next one by itself.
     */
    List<String> strangers(EntityManager em) {
        return strangers(em, UNLIMITED);
    }

    /** The same, each statement within a time. */
    List<String> strangers(EntityManager em, long timeoutMillis) {
        List<String> found = new ArrayList<>();
        Object chain = "";
        while (chain != null) {
            chain = query(em, "select min(chain) from audit_event where chain > ?1", timeoutMillis)
                    .setParameter(1, chain)
                    .getSingleResult();
            if (chain != null && !isKnown(em, chain, timeoutMillis)) {
                found.add((String) chain);
            }
        }
        return found;
    }

    private boolean isKnown(EntityManager em, Object chain, long timeoutMillis) {
        return Stream.of("audit_chain", table)
                .anyMatch(in -> !query(em, "select chain from " + in + " where chain = ?1", timeoutMillis)
                        .setParameter(1, chain)
                        .getResultList()
                        .isEmpty());
    }
}

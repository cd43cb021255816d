package dev.auditlog.query;

import java.util.List;

/**
 * How far a {@link Follower} has come, and which events have to be looked at beside what it has made.
 *
 * @param version changes with each transaction of it; 0 before the first
 * @param tails of the chains with events that it has not taken
 */
record Marks(long version, List<Tail> tails) {

    /**
     * The events of a chain after one number to another one.
     *
     * @param first whether none of the chain was taken yet
     */
    record Tail(String chain, long after, long to, boolean first) {

        long events() {
            return to - after;
        }

        /** SQL that reads columns of the events. */
        SqlText select(String columns) {
            return new SqlText()
                    .add("select " + columns + " from audit_event where chain = ")
                    .bind(chain)
                    .add(" and seq > ")
                    .bind(after)
                    .add(" and seq <= ")
                    .bind(to);
        }

        /** Its first events, at most so many. */
        Tail atMost(long most) {
            return new Tail(chain, after, Math.min(to, after + most), first);
        }
    }

    /** Events that have to be looked at. */
    long behind() {
        return tails.stream().mapToLong(Tail::events).sum();
    }

    boolean isComplete() {
        return tails.isEmpty();
    }

    /** Narrows a statement to the tails, of which there is one at least. */
    void narrow(SqlText sql) {
        String or = " and (";
        for (Tail tail : tails) {
            sql.add(or).add("chain = ").bind(tail.chain()).add(" and seq > ").bind(tail.after());
            or = " or ";
        }
        sql.add(")");
    }
}

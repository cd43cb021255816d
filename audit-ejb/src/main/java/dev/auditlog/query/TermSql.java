package dev.auditlog.query;

import dev.auditlog.query.Condition.Text;
import dev.auditlog.store.Dialect;
import dev.auditlog.store.EventRow;
import dev.auditlog.store.IndexTerm;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes a term as SQL. Every condition is true or false and never unknown, also where a column is null, so that NOT
 * keeps the events that lack it: {@code -actor:alice} finds events without an actor.
 */
final class TermSql {

    private final SqlText sql;
    private final Folding folding;
    private final EventQuery query;
    private final Dialect dialect;

    /**
     * Writes to a statement.
     *
     * @param query the query of the terms, for those whose SQL depends on its times
     */
    TermSql(SqlText sql, Folding folding, EventQuery query, Dialect dialect) {
        this.sql = sql;
        this.folding = folding;
        this.query = query;
        this.dialect = dialect;
    }

    /** Adds the term, in parentheses. */
    void add(Term term) {
        sql.add(term.negated() ? "not " : "");
        Qualifier qualifier = term.field().orElse(null);
        anyOf(term.conditions(), condition -> {
            if (condition instanceof Condition.Contains free) {
                contains(free.text());
            } else if (qualifier != null) {
                add(qualifier, condition);
            }
        });
    }

    /**
     * Adds the term with its keys, so that PostgreSQL can find its events by the index. The condition stands in a form of
     * which the planner knows nothing: it would multiply the two and think that nearly nothing matches.
     */
    void add(Term term, Set<TermKeys.Key> keys) {
        sql.add(IndexTerm.ALL).add(keys.size() == 1 ? " @> array[" : " && array[");
        String comma = "";
        for (TermKeys.Key key : keys) {
            sql.add(comma).add(IndexTerm.HASH).bind(key.value()).add(key.term().hashEnd());
            comma = ", ";
        }
        sql.add("] and coalesce(");
        add(term);
        sql.add(", false)");
    }

    private void add(Qualifier qualifier, Condition condition) {
        String column = Columns.main(qualifier);
        if (condition instanceof Condition.Present) {
            anyOf(Columns.of(qualifier), c -> sql.add(c + " is not null"));
        } else if (condition instanceof Text text) {
            text(qualifier, text);
        } else if (condition instanceof Condition.Name name) {
            exact(column, new Text(name.name(), false));
        } else if (condition instanceof Condition.Range range) {
            range(column, range);
        } else if (condition instanceof Condition.Addresses addresses) {
            between(column, addresses.range().low(), addresses.range().high());
        } else if (condition instanceof Condition.Ids ids) {
            between(column, ids.low().toString(), ids.high().toString());
        } else if (condition instanceof Condition.OfTarget target) {
            target(target);
        } else if (condition instanceof Condition.Hours hours) {
            HoursSql.add(sql, hours.hours(), query);
        } else if (condition instanceof Condition.FirstAddress) {
            FirstSql.add(sql, query, dialect);
        } else if (condition instanceof Condition.FirstSeen seen) {
            FirstSql.add(sql, query, seen);
        }
    }

    private void text(Qualifier qualifier, Text text) {
        String column = Columns.main(qualifier);
        switch (qualifier) {
            case ACTOR -> {
                exact(column, new Text(EventRow.actorKey(text.text()), text.prefix()));
                sql.add(" or ");
                folded("actor_name", text);
            }
            case REASON, METHOD -> folded(column, text);
            case ERROR -> {
                exact(column, text);
                sql.add(" or ");
                like(column, text.prefix() ? Like.lastPartBeginning(text.text()) : Like.lastPart(text.text()));
            }
            default -> exact(column, text);
        }
    }

    private void exact(String column, Text text) {
        if (text.prefix()) {
            like(column, Like.beginning(text.text()));
        } else {
            sql.add("(" + column + " is not null and " + column + " = ")
                    .bind(text.text())
                    .add(")");
        }
    }

    private void folded(String column, Text text) {
        anyOf(folding.spellings(text.text()), spelling -> {
            if (text.prefix()) {
                foldedLike(column, Like.beginning(spelling));
            } else {
                sql.add("(" + column + " is not null and lower(" + column + ") = ")
                        .bind(spelling)
                        .add(")");
            }
        });
    }

    private void contains(String text) {
        anyOf(folding.spellings(text), spelling -> {
            sql.add(Columns.FREE_TEXT + " like ")
                    .bind(Like.containing(spelling))
                    .add(Like.ESCAPE + " or ");
            foldedLike(Columns.DATA, Like.containing(spelling));
        });
        String escaped = JsonText.escaped(text);
        if (!escaped.equals(text)) {
            sql.add(" or ");
            anyOf(folding.spellings(escaped), spelling -> foldedLike(Columns.DATA, Like.containing(spelling)));
        }
    }

    private void target(Condition.OfTarget target) {
        Text type = target.type();
        Text id = target.id();
        sql.add("(");
        if (type != null) {
            exact("target_type", type);
        }
        sql.add(type != null && id != null ? " and " : "");
        if (id != null) {
            exact("target_id", id);
        }
        sql.add(")");
    }

    private void range(String column, Condition.Range range) {
        sql.add("(" + column + " is not null and " + column + " >= ").bind(range.low());
        if (range.high() != Long.MAX_VALUE) {
            sql.add(" and " + column + " <= ").bind(range.high());
        }
        sql.add(")");
    }

    private void between(String column, String low, String high) {
        sql.add("(" + column + " is not null and " + column + " >= ")
                .bind(low)
                .add(" and " + column + " <= ")
                .bind(high)
                .add(")");
    }

    private void like(String column, String pattern) {
        sql.add("(" + column + " is not null and " + column + " like ")
                .bind(pattern)
                .add(Like.ESCAPE + ")");
    }

    private void foldedLike(String column, String pattern) {
        sql.add("(" + column + " is not null and lower(" + column + ") like ")
                .bind(pattern)
                .add(Like.ESCAPE + ")");
    }

    private <T> void anyOf(List<T> parts, Consumer<T> writer) {
        sql.add("(");
        for (int i = 0; i < parts.size(); i++) {
            sql.add(i == 0 ? "" : " or ");
            writer.accept(parts.get(i));
        }
        sql.add(")");
    }
}

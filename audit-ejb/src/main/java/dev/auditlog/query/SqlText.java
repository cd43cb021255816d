package dev.auditlog.query;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;

/** SQL in the making: constant text, and values that are bound and never part of the text. */
final class SqlText {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** Adds text of our own. */
    SqlText add(String constant) {
        sql.append(constant);
        return this;
    }

    /** Adds the place of a value. */
    SqlText bind(Object value) {
        values.add(value);
        sql.append('?').append(values.size());
        return this;
    }

    /** Puts text of our own around it. */
    SqlText around(String before, String after) {
        sql.insert(0, before).append(after);
        return this;
    }

    /** The text, with its values' places counted from 1. */
    String text() {
        return sql.toString();
    }

    /** As a query with its values. */
    Query query(EntityManager em) {
        Query query = em.createNativeQuery(text());
        int place = 1;
        for (Object value : values) {
            query.setParameter(place++, value);
        }
        return query;
    }

    /** Runs it as an update, and returns how many rows it changed. */
    int update(EntityManager em) {
        return query(em).executeUpdate();
    }

    /** The values in the order of their places. */
    List<Object> values() {
        return List.copyOf(values);
    }
}

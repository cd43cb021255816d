package dev.auditlog.bench.app.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client sends; JSON-B fills the fields. */
public class NewOrder {

    /** Who orders. */
    public @Nullable String customer;

    /** In the currency's unit. */
    public double amount;

    /** Free text. */
    public @Nullable String note;

    /** A card's number, which no log may keep. */
    public @Nullable String card;

    /** What is ordered. */
    public @Nullable List<Line> lines;

    @Override
    public String toString() {
        return "NewOrder[customer=" + customer + ", amount=" + amount + ", note=" + note + ", lines=" + lines + "]";
    }

    /** One line of an order. */
    public static class Line {

        /** Number of the article. */
        public @Nullable String article;

        /** How many. */
        public int quantity;

        /** Free text. */
        public @Nullable String text;

        @Override
        public String toString() {
            return article + " x " + quantity + " " + text;
        }
    }
}

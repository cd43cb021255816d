package dev.auditlog.web.search;

import org.jspecify.annotations.Nullable;

/** What every page that belongs to a list takes from its address: which list. Each part is as it stands there, or empty. */
public abstract class ListAddress {

    protected String q = "";
    protected String from = "";
    protected String to = "";
    protected String order = "";
    protected String cursor = "";

    public String getQ() {
        return q;
    }

    public void setQ(@Nullable String value) {
        q = text(value);
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String value) {
        from = text(value);
    }

    public String getTo() {
        return to;
    }

    public void setTo(@Nullable String value) {
        to = text(value);
    }

    public String getOrder() {
        return order;
    }

    public void setOrder(@Nullable String value) {
        order = text(value);
    }

    public String getCursor() {
        return cursor;
    }

    public void setCursor(@Nullable String value) {
        cursor = text(value);
    }

    /** What an address has, empty where it has nothing. */
    protected static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}

package dev.auditlog.web.event;

import dev.auditlog.web.search.Filters.Choice;
import dev.auditlog.web.text.Visible;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a field's value.
 *
 * @param text as it is shown; empty pieces are left out
 * @param style class names
 * @param only address of the events that have the same value; empty where it is no link
 * @param except address of those that have another; empty where nobody would ask so
 */
public record Part(String text, String style, String only, String except) {

    static Part plain(@Nullable String text) {
        return new Part(Visible.of(text), "", "", "");
    }

    static Part code(@Nullable String text) {
        return new Part(Visible.of(text), "code", "", "");
    }

    static Part dim(@Nullable String text) {
        return new Part(Visible.of(text), "dim", "", "");
    }

    /** A value that can be asked for. */
    static Part value(@Nullable String text, Choice choice) {
        return new Part(Visible.of(text), "", choice.only(), choice.except());
    }

    /** The same, in the type of things that are written exactly so. */
    static Part codeValue(@Nullable String text, Choice choice) {
        return new Part(Visible.of(text), "code", choice.only(), choice.except());
    }

    /** Whether it explains the value beside it. */
    boolean isDim() {
        return style.equals("dim");
    }

    public boolean isLink() {
        return !only.isEmpty();
    }
}

package dev.auditlog.web.search;

import java.util.Locale;

/** A column of the list that can be left out; when and what it was are always there. */
enum Column {
    ACTOR(true),
    RESULT(true),
    SOURCE(true),
    OPERATION(false),
    CALL(false),
    DURATION(false),
    APPLICATION(false),
    GROUP(false);

    private final boolean usual;

    Column(boolean usual) {
        this.usual = usual;
    }

    /** Whether it is shown to those who have not chosen. */
    boolean usual() {
        return usual;
    }

    /** Names it in the cookie, in texts and in the page. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

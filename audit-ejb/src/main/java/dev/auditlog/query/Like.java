package dev.auditlog.query;

/** Patterns of LIKE in which every character of a text means itself. */
final class Like {

    /** What follows the pattern in SQL. Not a backslash: PostgreSQL and Derby differ about those. */
    static final String ESCAPE = " escape '!'";

    private Like() {}

    /** Matches texts that begin with this one. */
    static String beginning(String text) {
        return escaped(text) + "%";
    }

    /** Matches texts in which this one stands. */
    static String containing(String text) {
        return "%" + escaped(text) + "%";
    }

    /** Matches names whose part after a dot is this one: class names with a package. */
    static String lastPart(String text) {
        return "%." + escaped(text);
    }

    /** Matches names of which a part after a dot begins so. */
    static String lastPartBeginning(String text) {
        return "%." + escaped(text) + "%";
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}

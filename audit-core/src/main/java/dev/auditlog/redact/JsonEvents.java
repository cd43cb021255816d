package dev.auditlog.redact;

/** Takes the pieces of a JSON text, or of what is made to look like one, in their order. */
interface JsonEvents {

    void startObject();

    void startArray();

    /** Ends the innermost object or array. */
    void end();

    void key(String name);

    void text(String value);

    /** A number, true, false or null, as it was written. */
    void bare(String value);

    /** The start of a text that is cut off; must not be kept. */
    void cutText(String start);
}

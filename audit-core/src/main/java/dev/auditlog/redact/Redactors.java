package dev.auditlog.redact;

/** Where redactors come from. */
public final class Redactors {

    private static final Redactor STANDARD = new StandardRedactor();

    private Redactors() {}

    /** Returns the redactor with the built-in names and patterns; the same one each time. */
    public static Redactor standard() {
        return STANDARD;
    }
}

package dev.auditlog.coverage;

/** On what grounds the calls of a resource method are audited, or are not. */
public enum Grounds {
    /** By {@code @Audited} on the method, its class, or what they inherit from. */
    ANNOTATED,
    /** Has no annotation of its own, and stands behind an audited sub-resource locator. */
    BEHIND_LOCATOR,
    /** By {@code audit.capture.include}. */
    INCLUDED,
    /** Not on purpose: {@code @NotAudited} says why. */
    NOT_AUDITED,
    /** Not on purpose: {@code audit.capture.exclude} takes its path out. */
    EXCLUDED,
    /** Not, and nobody has said why. */
    NOT_ANNOTATED,
    /** A locator whose sub-resources are known only when it is called. */
    UNKNOWN;

    /** Whether calls leave an event. */
    public boolean isAudited() {
        return compareTo(INCLUDED) <= 0;
    }

    /** Whether calls leave none although nobody has decided so. */
    public boolean isGap() {
        return this == NOT_ANNOTATED;
    }
}

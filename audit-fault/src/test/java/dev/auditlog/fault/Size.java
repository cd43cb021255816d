package dev.auditlog.fault;

/**
 * How much of a scenario is run.
 *
 * @param faults how often the fault happens
 * @param between acknowledged calls between two faults
 */
record Size(int faults, int between) {

    private static final boolean LONG = Boolean.getBoolean("fault.long");

    /** In each build the short form, with {@code -Dfault.long=true} the long one. */
    static Size of(Size inEachBuild, Size inLongRuns) {
        return LONG ? inLongRuns : inEachBuild;
    }

    /** Whether what costs much time is done too. */
    static boolean isLong() {
        return LONG;
    }
}

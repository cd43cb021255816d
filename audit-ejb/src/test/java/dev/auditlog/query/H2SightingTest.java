package dev.auditlog.query;

/** The same with most of the events in the table of sightings. */
class H2SightingTest extends H2TimeQualifierTest {

    @Override
    boolean isKept() {
        return true;
    }
}

package dev.auditlog.query;

/** The same with most of the events in the table of sightings. */
class DerbySightingTest extends DerbyTimeQualifierTest {

    @Override
    boolean isKept() {
        return true;
    }
}

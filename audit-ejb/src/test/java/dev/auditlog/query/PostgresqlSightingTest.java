package dev.auditlog.query;

/** The same with most of the events in the table of sightings. */
class PostgresqlSightingTest extends PostgresqlTimeQualifierTest {

    @Override
    boolean isKept() {
        return true;
    }
}

package dev.auditlog.coverage;

import java.time.Instant;

/**
 * The newest report of a module, as it stands in the database.
 *
 * @param report what was told
 * @param node which node told it last
 * @param told when, by the database's clock
 * @param nodes how many nodes have told of the module in the last days
 * @param differing how many of them told something else
 */
public record ToldCoverage(CoverageReport report, String node, Instant told, int nodes, int differing) {}

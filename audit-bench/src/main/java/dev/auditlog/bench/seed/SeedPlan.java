package dev.auditlog.bench.seed;

import java.time.Instant;

/**
 * What past to make. The same plan gives the same events.
 *
 * @param events how many
 * @param days how far it reaches back
 * @param until where it ends, exclusive
 * @param seed of all chance
 */
public record SeedPlan(long events, int days, Instant until, long seed) {}

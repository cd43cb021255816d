package dev.auditlog.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of the claim of a chain.
 *
 * @param hold the chain is the claimant's; null where another writer has it
 * @param holder who has it: process and host
 * @param lease until when, by the database's clock
 */
public record ChainClaim(@Nullable ChainHold hold, String holder, Instant lease) {}

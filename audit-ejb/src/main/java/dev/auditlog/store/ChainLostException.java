package dev.auditlog.store;

import dev.auditlog.AuditException;

/** Another writer took the chain: what was to be written with the hold is not, and nothing will be. */
public final class ChainLostException extends AuditException {

    private static final long serialVersionUID = 1L;

    /** Says which chain is meant. */
    public ChainLostException(ChainHold hold) {
        super(StoreMessages.CHAIN_LOST, StoreMessages.chainLost(hold));
    }
}

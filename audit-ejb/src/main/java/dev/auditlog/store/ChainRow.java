package dev.auditlog.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Who may write a chain until when, and the last number given in it. */
@Entity(name = "ChainRow")
@Table(name = "audit_chain")
public class ChainRow {

    /** {@code application@node}. */
    @Id
    String chain = "";

    /** Raised by each writer that takes the chain. */
    long epoch;

    /** Until then nobody else takes it, by the database's clock; 1970: it is free. */
    @Column(name = "lease_us")
    @Convert(converter = UtcMicros.class)
    Instant lease = Instant.EPOCH;

    @Column(name = "seq")
    long sequence;

    String holder = "";

    protected ChainRow() {}

    ChainRow(String chain) {
        this.chain = chain;
    }
}

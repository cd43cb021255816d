package dev.auditlog.bench.app.sequence;

import dev.auditlog.bench.app.naive.CallFacts;
import dev.auditlog.bench.app.naive.CallRow;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row whose id comes from a sequence, 50 ids at a time: JPA's default. */
@Entity
@Table(name = "naive_seq")
public class SequenceRow extends CallRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    long id;

    /** For JPA. */
    protected SequenceRow() {}

    SequenceRow(CallFacts call) {
        super(call);
    }
}

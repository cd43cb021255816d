package dev.auditlog.bench.app.later;

import dev.auditlog.bench.app.naive.CallFacts;
import dev.auditlog.bench.app.naive.CallRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row with a random id. */
@Entity
@Table(name = "naive_later")
public class LaterRow extends CallRow {

    @Id
    String id = UUID.randomUUID().toString();

    /** For JPA. */
    protected LaterRow() {}

    LaterRow(CallFacts call) {
        super(call);
    }
}

package dev.auditlog.bench.app.uuid;

import dev.auditlog.bench.app.naive.CallFacts;
import dev.auditlog.bench.app.naive.CallRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row with a random id. */
@Entity
@Table(name = "naive_uuid")
public class UuidRow extends CallRow {

    @Id
    String id = UUID.randomUUID().toString();

    /** For JPA. */
    protected UuidRow() {}

    UuidRow(CallFacts call) {
        super(call);
    }
}

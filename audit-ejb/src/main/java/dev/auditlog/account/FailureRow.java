package dev.auditlog.account;

import dev.auditlog.store.UtcMicros;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** How often signing in failed of late, for one name or one address. */
@Entity(name = "FailureRow")
@Table(name = "audit_sign_in")
public class FailureRow {

    /** What failed; names stand there hashed, since people type passwords into the name's field. */
    @Id
    String subject = "";

    int failures;

    @Column(name = "last_us")
    @Convert(converter = UtcMicros.class)
    Instant last = Instant.EPOCH;

    /** Until then nothing is looked at. */
    @Column(name = "until_us")
    @Convert(converter = UtcMicros.class)
    Instant until = Instant.EPOCH;

    protected FailureRow() {}

    FailureRow(String subject) {
        this.subject = subject;
    }
}

package dev.auditlog.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a recorder said last about itself. */
@Entity(name = "RecorderRow")
@Table(name = "audit_recorder")
public class RecorderRow {

    /** {@code application@node}. */
    @Id
    String chain = "";

    String application = "";
    String node = "";

    @Column(name = "started_us")
    @Convert(converter = UtcMicros.class)
    Instant started = Instant.EPOCH;

    @Column(name = "beat_us")
    @Convert(converter = UtcMicros.class)
    Instant beat = Instant.EPOCH;

    /** Null while it runs. */
    @Column(name = "stopped_us")
    @Convert(converter = UtcMicros.class)
    @Nullable
    Instant stopped;

    /** JSON object. */
    String figures = "{}";

    protected RecorderRow() {}

    RecorderRow(String chain) {
        this.chain = chain;
    }
}

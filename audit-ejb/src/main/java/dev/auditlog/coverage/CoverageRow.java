package dev.auditlog.coverage;

import dev.auditlog.store.UtcMicros;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What one module of an application told last on one node. */
@Entity(name = "CoverageRow")
@Table(name = "audit_coverage")
public class CoverageRow {

    private static final int MAX_ID = 512;

    /** {@link #id}. */
    @Id
    String id = "";

    String application = "";
    String node = "";
    String module = "";

    @Column(name = "told_us")
    @Convert(converter = UtcMicros.class)
    Instant told = Instant.EPOCH;

    /** SHA-256 of the methods. */
    String digest = "";

    /** JSON array. */
    String methods = "[]";

    protected CoverageRow() {}

    CoverageRow(String id) {
        this.id = id;
    }

    /** {@code application@node/module}. */
    static String id(String application, String node, String module) {
        String id = application + "@" + node + module;
        return id.substring(0, Math.min(MAX_ID, id.length()));
    }
}

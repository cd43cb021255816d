package dev.auditlog.bench.app.naive;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The columns of the naive audit's tables, which have no index but their primary key. */
@MappedSuperclass
public abstract class CallRow {

    @Column(name = "called_at")
    @Nullable
    LocalDateTime time;

    @Nullable
    String actor;

    @Nullable
    String operation;

    @Column(name = "http_method")
    @Nullable
    String method;

    @Nullable
    String path;

    @Nullable
    String ip;

    @Nullable
    String agent;

    @Nullable
    String outcome;

    long micros;

    @Column(length = 4000)
    @Nullable
    String data;

    /** For JPA. */
    protected CallRow() {}

    /** The row of a call. */
    protected CallRow(CallFacts call) {
        time = LocalDateTime.ofInstant(call.time(), ZoneOffset.UTC);
        actor = call.actor();
        operation = call.operation();
        method = call.method();
        path = call.path();
        ip = call.ip();
        agent = call.agent();
        outcome = call.outcome();
        micros = call.micros();
        data = call.data();
    }
}

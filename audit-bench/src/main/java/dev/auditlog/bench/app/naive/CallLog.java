package dev.auditlog.bench.app.naive;

/** Where the interceptor's rows go. */
public interface CallLog {

    /** Stores one call. */
    void write(CallFacts call);
}

package dev.auditlog.bench.app.later;

import dev.auditlog.bench.app.naive.CallFacts;
import dev.auditlog.bench.app.naive.CallLog;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Hands each call to the server's own executor and does not wait: what is queued is lost with the process. */
@ApplicationScoped
public class LaterLog implements CallLog {

    @Resource
    ManagedExecutorService executor;

    @Inject
    LaterStore store;

    @Override
    public void write(CallFacts call) {
        executor.execute(() -> store.write(call));
    }
}

package dev.auditlog.web.health;

import dev.auditlog.record.Recorder;
import dev.auditlog.record.RecorderStatus;
import dev.auditlog.store.RecorderState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Says how recording is, for all who ask. */
@ApplicationScoped
class Reports {

    @Inject
    Recorder recorder;

    @Inject
    StoreState store;

    /** What is known now; the figures of others are a second old at most. */
    Report now() {
        return report(store::recorders);
    }

    /** The same without waiting for somebody else who asks the database: the figures of others may be older. */
    Report glance() {
        return report(store::glance);
    }

    private Report report(Supplier<Optional<List<RecorderState>>> reading) {
        RecorderStatus own = recorder.status();
        Instant now = Instant.now();
        // a database that is known to be away is not asked
        Optional<List<RecorderState>> others = Health.of(own, now) == Health.DOWN ? Optional.empty() : reading.get();
        return Report.of(own, others, store.concerns(), now);
    }
}

package dev.auditlog.web.health;

import dev.auditlog.record.Recorder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The state of recording for every page. Made once in two seconds at most, and no page waits for another one's reading of
 * the database; that the console's own recorder refuses is seen at once.
 */
@ApplicationScoped
class CaptureStates {

    private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();

    @Inject
    Reports reports;

    @Inject
    Recorder recorder;

    private volatile @Nullable Seen seen;

    private record Seen(CaptureState state, boolean accepting, long atNanos) {}

    CaptureState now() {
        boolean accepting = recorder.isAccepting();
        Seen known = seen;
        if (known == null || known.accepting() != accepting || System.nanoTime() - known.atNanos() > FRESH_NANOS) {
            known = new Seen(CaptureState.of(reports.glance()), accepting, System.nanoTime());
            seen = known;
        }
        return known.state();
    }
}

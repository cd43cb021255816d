package dev.auditlog.capture;

import dev.auditlog.AuditException;
import dev.auditlog.AuditUnavailableException;
import dev.auditlog.Data;
import dev.auditlog.Guarantee;
import dev.auditlog.address.SourceResolver;
import dev.auditlog.config.AuditConfig;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.record.OutboxRelay;
import dev.auditlog.record.Receipt;
import dev.auditlog.record.Recorder;
import dev.auditlog.redact.Redactor;
import dev.auditlog.redact.Redactors;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Everything that the calls of one application share. Safe for many threads. */
final class Deployment {

    private static final Logger LOG = System.getLogger(Deployment.class.getName());

    private final AuditConfig config;
    private final Recorder recorder;
    private final RuleReader rules;
    private final RouteTable routes = new RouteTable();
    private final Coverage coverage;
    private final Rest rest;
    private final TransactionPaths paths = new TransactionPaths();
    private final Actors actors;
    private final Extensions extensions;
    private final OutboxRelay outbox;
    private final Runnable warmUp;
    private final Redactor redactor = Redactors.standard();
    private final SourceResolver sources;
    private final AtomicBoolean dataWanted = new AtomicBoolean();
    private volatile @Nullable TransactionSynchronizationRegistry transactionRegistry;
    private volatile JaxrsPaths jaxrsPaths = JaxrsPaths.NONE;

    Deployment(AuditConfig config, Recorder recorder, OutboxRelay outbox, Extensions extensions, Runnable warmUp) {
        this.config = config;
        this.recorder = recorder;
        this.outbox = outbox;
        this.extensions = extensions;
        this.warmUp = warmUp;
        this.rules = new RuleReader(config, outbox::needed);
        this.coverage = new Coverage(this);
        this.rest = new Rest(config, coverage::isNone);
        this.actors = new Actors(config, extensions);
        this.sources = SourceResolver.of(config.trustedProxies(), config.proxyHeader());
    }

    /** Reaches the database before the first call needs it. */
    void warmUp() {
        warmUp.run();
    }

    /** Says where the application's resources are. */
    void jaxrsPaths(JaxrsPaths known) {
        jaxrsPaths = known;
    }

    JaxrsPaths jaxrsPaths() {
        return jaxrsPaths;
    }

    /** Makes an event durable. */
    Receipt record(AuditEvent event) {
        return recorder.record(event);
    }

    /** Keeps an event whose response has left already, as its guarantee asks: nobody can be refused any more. */
    void recordLate(AuditEvent event) {
        if (event.guarantee() == Guarantee.BEST_EFFORT) {
            recorder.offer(event);
            return;
        }
        try {
            recorder.record(event);
        } catch (AuditUnavailableException e) {
            LOG.log(Level.ERROR, CaptureMessages.lostAfterBreak(event.id(), e.getMessage()));
        }
    }

    /**
     * Says why a call may not be run now: no event of it can be kept. Counts the refusal.
     *
     * @return null if it may; AuditUnavailableException if it may later
     */
    @Nullable
    AuditException refusal(Rule rule) {
        AuditException refusal =
                switch (rule.guarantee()) {
                    case BEST_EFFORT -> null;
                    case ATOMIC -> ofOutbox(rule);
                    default -> recorder.isAccepting() ? null : CaptureMessages.notRun(rule.operation());
                };
        if (refusal != null) {
            recorder.refused();
        }
        return refusal;
    }

    /** The outbox keeps events for a store that is away, unless it is away with it. */
    private @Nullable AuditException ofOutbox(Rule rule) {
        AuditException fault = outbox.fault();
        if (fault != null && !(fault instanceof AuditUnavailableException)) {
            return fault;
        }
        boolean runs = fault == null && (recorder.isAccepting() || outbox.isIndependent());
        return runs ? null : CaptureMessages.notRun(rule.operation());
    }

    /** Looked up once: it is the same object for every thread of the application. */
    @Nullable
    TransactionSynchronizationRegistry transactionRegistry() {
        TransactionSynchronizationRegistry known = transactionRegistry;
        if (known == null) {
            known = Transactions.registry();
            transactionRegistry = known;
        }
        return known;
    }

    void noteData(Rule rule) {
        if (rule.data() == Data.REQUEST) {
            dataWanted.set(true);
        }
    }

    boolean anyDataWanted() {
        return dataWanted.get();
    }

    AuditConfig config() {
        return config;
    }

    Recorder recorder() {
        return recorder;
    }

    OutboxRelay outbox() {
        return outbox;
    }

    TransactionPaths paths() {
        return paths;
    }

    RuleReader rules() {
        return rules;
    }

    RouteTable routes() {
        return routes;
    }

    Coverage coverage() {
        return coverage;
    }

    Rest rest() {
        return rest;
    }

    /** Whether no call of this application can leave an event. */
    boolean isAtRest() {
        return rest.isNow();
    }

    Actors actors() {
        return actors;
    }

    Extensions extensions() {
        return extensions;
    }

    Redactor redactor() {
        return redactor;
    }

    SourceResolver sources() {
        return sources;
    }
}

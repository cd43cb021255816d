package dev.auditlog.capture;

import dev.auditlog.Activity;
import dev.auditlog.AuditException;
import dev.auditlog.Data;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
import dev.auditlog.event.Target;
import dev.auditlog.event.TransactionOutcome;
import dev.auditlog.record.Recording;
import dev.auditlog.redact.CapturedBody;
import dev.auditlog.store.EventIds;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A call of an audited bean's method that is no resource method: outside HTTP, or inside a request that has an event of
 * its own, which is then its parent. Opened and closed by the interceptor.
 */
final class BeanCall implements Frame, StagedEvent.Owner {

    private static final Logger LOG = System.getLogger(BeanCall.class.getName());

    private final Deployment deployment;
    private final Rule rule;
    private final @Nullable Frame outer;
    private final InvocationContext invocation;
    private final long startedNanos = System.nanoTime();
    private final Instant arrival = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final UUID id = EventIds.next(arrival);
    private final Additions additions = new Additions();
    private final Transactions transactions = new Transactions(this);
    private final Afterwards afterwards;
    private volatile boolean ended;
    private volatile boolean beside;
    private volatile boolean connectionHeld;
    private volatile @Nullable TransactionEnd end;
    private volatile long tookMicros;
    private volatile @Nullable Throwable thrown;

    private BeanCall(Deployment deployment, Rule rule, @Nullable Frame outer, InvocationContext invocation) {
        this.deployment = deployment;
        this.rule = rule;
        this.outer = outer;
        this.invocation = invocation;
        this.afterwards = outer == null ? new Afterwards() : outer.afterwards();
    }

    /** Runs an audited method and leaves its event. */
    static Object run(@Nullable Frame outer, InvocationContext invocation) throws Exception {
        Deployment deployment = outer == null ? Deployments.currentOrBare().orElse(null) : outer.deployment();
        if (deployment == null) {
            return invocation.proceed(); // audit.enabled=false
        }
        return run(deployment, outer, invocation);
    }

    static Object run(Deployment deployment, @Nullable Frame outer, InvocationContext invocation) throws Exception {
        Rule rule = deployment.rules().read(typeOf(invocation), invocation.getMethod());
        if (!rule.audited() || outer == null && isOfACall(rule, invocation)) {
            return invocation.proceed();
        }
        AuditException refusal =
                Atomicity.refusal(deployment, rule, rule.activityOf(""), () -> isLed(deployment, invocation));
        if (refusal != null) {
            throw refusal;
        }
        return new BeanCall(deployment, rule, outer, invocation).proceed();
    }

    /** Whether an EJB container has moved the resource method of a call to this thread, whose event tells of it: ADR 0022. */
    private static boolean isOfACall(Rule rule, InvocationContext invocation) {
        if (!AsyncFailures.isAnswering(invocation)) {
            return false;
        }
        String http = Annotations.httpMethod(typeOf(invocation), invocation.getMethod())
                .orElse(null);
        return http != null && (!rule.isAtomic() || rule.activityOf(http) == Activity.READ);
    }

    private static boolean isLed(Deployment deployment, InvocationContext invocation) {
        return Transactions.isRunning(deployment.transactionRegistry())
                || deployment.paths().lead(typeOf(invocation), invocation.getMethod());
    }

    private static Class<?> typeOf(InvocationContext invocation) {
        Object target = invocation.getTarget();
        return target == null ? invocation.getMethod().getDeclaringClass() : target.getClass();
    }

    private Object proceed() throws Exception {
        TransactionSynchronizationRegistry registry = deployment.transactionRegistry();
        boolean inside = Transactions.isRunning(registry)
                && !TransactionPaths.isApart(typeOf(invocation), invocation.getMethod());
        beside = !inside && registry != null && registry.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
        CurrentCall.enter(this);
        try {
            if (inside) {
                endsOutermost();
                stage(registry);
            }
            return invocation.proceed();
        } catch (Throwable t) {
            thrown = t;
            throw t;
        } finally {
            ended = true;
            CurrentCall.leave();
            try {
                close(inside ? registry : null);
            } finally {
                awaitOutermost();
            }
        }
    }

    private void awaitOutermost() {
        if (outer == null) {
            afterwards.awaitAll();
        }
    }

    /** In a transaction that nobody here has seen begin, nobody will be there after its end either. */
    private void endsOutermost() {
        if (outer == null) {
            afterwards.run();
            afterwards.awaitAll();
        }
    }

    /** Refuses the method if its event cannot be a part of the transaction that it is called in. */
    private void stage(@Nullable TransactionSynchronizationRegistry registry) {
        if (registry != null) {
            transactions.watch(registry);
            transactions.stage(registry);
        }
    }

    /** Inside a transaction the outcome is known only when that ends; the event waits for it. */
    private void close(@Nullable TransactionSynchronizationRegistry registry) {
        if (outer == null) {
            afterwards.run();
        }
        if (registry == null) {
            recordBeside();
            return;
        }
        int status = registry.getTransactionStatus();
        if (status != Status.STATUS_ACTIVE) {
            boolean marked = status == Status.STATUS_MARKED_ROLLBACK; // else the method itself has ended it
            if (marked) {
                transactions.willRollBack();
            }
            connectionHeld = call() != null; // else the caller is told, since no client can be
            record(marked ? Outcome.ERROR : null);
            return;
        }
        TransactionEnd known = TransactionEnd.of(registry);
        known.expect();
        end = known;
        registry.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // only the end tells the outcome
            }

            @Override
            public void afterCompletion(int status) {
                tookMicros = elapsedMicros();
                Outcome rolledBack = status == Status.STATUS_COMMITTED ? null : Outcome.ERROR;
                if (isAtomic()) {
                    afterwards.add(() -> recordAfter(rolledBack)); // its row is durable: it can wait
                } else {
                    recordAfter(rolledBack);
                }
                known.told();
            }
        });
    }

    /** A transaction that is not the method's may hold the only connection: the caller's, or one that is just ending. */
    private void recordBeside() {
        boolean later = beside && call() != null; // else the caller is told, as above
        if (later && isAtomic()) {
            afterwards.add(() -> recordAfter(null));
            return;
        }
        connectionHeld = later;
        record(null);
    }

    private void recordAfter(@Nullable Outcome rolledBack) {
        connectionHeld = true; // servers tell of the end before they give it back
        if (!succeeds(() -> record(rolledBack))) {
            afterwards.fail();
        }
    }

    /** The method has returned and its transaction is over: nobody but the client can be told of a failure any more. */
    private boolean succeeds(Runnable recording) {
        try {
            recording.run();
            return true;
        } catch (AuditException e) {
            LOG.log(Level.ERROR, CaptureMessages.lostAfterTransaction(rule.operation(), e.getMessage()));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, CaptureMessages.notMade(id, e)); // its message may hold data of the call
        }
        return false;
    }

    private void record(@Nullable Outcome rolledBack) {
        Outcome outcome = rolledBack == null || thrown != null ? outcomeOf(thrown) : rolledBack;
        switch (rule.guarantee()) {
            case ATOMIC -> recordAtomic(outcome);
            case BEST_EFFORT -> offer(outcome);
            default -> recordPlainly(outcome);
        }
    }

    private void recordPlainly(Outcome outcome) {
        if (!rule.records(outcome)) {
            return;
        }
        ObjLongConsumer<BooleanSupplier> later = laterWait();
        if (later == null) {
            deployment.record(event(outcome));
        } else {
            Recording begun = deployment.recorder().begin(event(outcome));
            later.accept(() -> succeeds(begun::await), begun.sizeBytes());
        }
    }

    /** Who waits for the event, if it is not to be waited for here. */
    private @Nullable ObjLongConsumer<BooleanSupplier> laterWait() {
        TransactionEnd known = end;
        if (connectionHeld && !afterwards.isAnswered()) {
            return afterwards::await;
        }
        return known == null ? null : known::await;
    }

    private void offer(Outcome outcome) {
        if (rule.records(outcome)) {
            try {
                deployment.recorder().offer(event(outcome));
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, CaptureMessages.notOffered(id, e)); // its message may hold data of the call
            }
        }
    }

    private void recordAtomic(Outcome outcome) {
        switch (transactions.settle(thrown != null)) {
            case COMMITTED -> deployment.outbox().record(event(outcomeOf(thrown)));
            case ABSENT -> recordPlainly(outcome);
            default -> {
                LOG.log(Level.WARNING, CaptureMessages.inDoubt(id));
                deployment.outbox().leaveInDoubt(event(outcome), rule.records(outcome));
            }
        }
    }

    private static Outcome outcomeOf(@Nullable Throwable thrown) {
        if (thrown == null) {
            return Outcome.SUCCESS;
        }
        boolean denied = thrown instanceof SecurityException
                || thrown.getClass().getName().equals("jakarta.ejb.EJBAccessException")
                || thrown.getClass().getName().equals("jakarta.ws.rs.ForbiddenException");
        return denied ? Outcome.DENIED : Outcome.ERROR;
    }

    @Override
    public UUID stagedId() {
        return id;
    }

    @Override
    public @Nullable AuditEvent toStage(TransactionOutcome transaction) {
        if (!isAtomic()) {
            return null;
        }
        Outcome outcome = ended ? outcomeOf(thrown) : Outcome.UNKNOWN;
        return event(outcome).toDraft().transaction(transaction).toEvent();
    }

    @Override
    public boolean isAtomic() {
        return rule.isAtomic();
    }

    @Override
    public void refuseIfClosed() {
        // no client was told of anything yet
    }

    /** What is thrown to refuse the transaction is what the caller sees. */
    @Override
    public void fail(AuditException why) {
        if (thrown == null) {
            thrown = why;
        }
    }

    private long elapsedMicros() {
        return Math.max(1, (System.nanoTime() - startedNanos) / 1_000);
    }

    private AuditEvent event(Outcome outcome) {
        Call request = call();
        Arguments arguments = Arguments.of(invocation, rule);
        AuditEvent.Draft draft = AuditEvent.draft(rule.operation())
                .id(id)
                .time(arrival)
                .activity(rule.activityOf(""))
                .outcome(outcome)
                .guarantee(rule.guarantee())
                .transaction(transactions.outcome())
                .durationMicros(tookMicros > 0 ? tookMicros : elapsedMicros())
                .actor(request == null ? deployment.actors().ofThread() : request.knownActor())
                .target(additions.over(new Target(rule.targetType(), arguments.targetId(), null)))
                .reason(additions.reasonOr(null))
                .attributes(additions.attributes())
                .parentId(outer == null ? null : outer.eventId());
        if (request != null) {
            new RequestParts(request).addTo(draft, null);
        }
        Throwable failure = thrown;
        if (failure != null) {
            draft.error(EventMaker.failure(failure));
        }
        CapturedBody data = rule.data() == Data.REQUEST ? arguments.asData() : CapturedBody.none();
        AuditEvent raw = deployment.extensions().enrich(draft);
        return deployment.redactor().redact(raw, data, rule.sensitive());
    }

    @Override
    public UUID eventId() {
        return id;
    }

    @Override
    public Additions additions() {
        return additions;
    }

    @Override
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public Afterwards afterwards() {
        return afterwards;
    }

    @Override
    public @Nullable Call call() {
        return outer == null ? null : outer.call();
    }

    @Override
    public Deployment deployment() {
        return deployment;
    }

    @Override
    public Rule rule() {
        return rule;
    }

    @Override
    public boolean isRead() {
        return rule.activityOf("") == Activity.READ;
    }

    @Override
    public boolean isAbout(Method method) {
        return invocation.getMethod().equals(method);
    }
}

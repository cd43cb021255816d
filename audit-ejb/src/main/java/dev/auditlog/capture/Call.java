package dev.auditlog.capture;

import dev.auditlog.Activity;
import dev.auditlog.AuditException;
import dev.auditlog.Data;
import dev.auditlog.event.Actor;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Outcome;
import dev.auditlog.event.TransactionOutcome;
import dev.auditlog.redact.CapturedBody;
import dev.auditlog.store.EventIds;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP call, from its arrival to the end of its response. Filters and interceptors add what they know; it is closed
 * once, before the first byte of the response leaves, by {@link AuditedResponse}.
 *
 * <p>Written by the thread that runs the call at the time; the container hands it from one thread to the next.
 */
final class Call implements Frame, StagedEvent.Owner {

    /** Request attribute that holds the call of a request. */
    static final String ATTRIBUTE = Call.class.getName();

    /** What closing came to. */
    enum Closing {
        /** Nothing asks for an event. */
        UNRECORDED,
        /** The event is durable. */
        RECORDED,
        /** The event could not be made durable: the response must not leave. */
        REFUSED,
        /** What ATOMIC asks for could not be had: the response must not leave, and no event is asked for. */
        FAILED,
        /** As FAILED, and an event tells of it. */
        FAILED_AND_RECORDED;

        boolean isKept() {
            return this == RECORDED || this == FAILED_AND_RECORDED;
        }

        /** Whether another response leaves in place of the application's. */
        boolean isReplaced() {
            return this == REFUSED || this == FAILED || this == FAILED_AND_RECORDED;
        }
    }

    private final Deployment deployment;
    private final HttpServletRequest request;
    private final long startedNanos = System.nanoTime();
    private final Instant arrival = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final UUID id = EventIds.next(arrival);
    private final Additions additions = new Additions();
    private final Transactions transactions = new Transactions(this);
    private final Afterwards afterwards = new Afterwards();
    private final AtomicReference<@Nullable Closing> closing = new AtomicReference<>();
    private final AtomicBoolean brokenTold = new AtomicBoolean();
    private final RequestFacts facts;
    private volatile @Nullable String jaxrsPath;
    private volatile @Nullable Matched matched;
    private volatile @Nullable UriInfo uri;
    private volatile @Nullable Matched locator;
    private volatile @Nullable Actor actor;
    private volatile @Nullable Throwable error;
    private volatile @Nullable UUID auditedByCode;
    private volatile @Nullable AuditException fault;
    private volatile boolean refusedBeforeRun;
    private volatile int sentStatus;
    private volatile @Nullable BodySource body;
    private volatile @Nullable HttpServletResponse plain;

    Call(Deployment deployment, HttpServletRequest request) {
        this.deployment = deployment;
        this.request = request;
        this.facts = RequestFacts.of(request);
    }

    /** The JAX-RS runtime got the request. */
    void reachedJaxrs(UriInfo known) {
        String path = known.getPath(); // relative to the application, as it is now: matching may change it
        jaxrsPath = path.startsWith("/") ? path : "/" + path;
        uri = known;
    }

    /** The JAX-RS runtime found a resource method. */
    void matched(Matched found) {
        matched = found;
    }

    /** A sub-resource locator runs: if it is audited, its rule holds where no method with a rule of its own follows. */
    void located(Class<?> type, Method method) {
        Rule rule = deployment.rules().read(type, method);
        if (rule.audited()) {
            locator = Matched.of(rule, null, null, uri);
        }
    }

    /** The audited locator that ran; null where none did. */
    @Nullable
    Matched locator() {
        return locator;
    }

    /** Somebody knows who the caller is; the first who does is believed. */
    void actor(Actor known) {
        if (actor == null) {
            actor = known;
        }
    }

    /** Something was thrown; the first exception counts, since later ones are its consequences. */
    void threw(Throwable thrown) {
        if (isClosed()) {
            broke(thrown);
        } else if (error == null) {
            error = thrown;
        }
    }

    /**
     * The response failed: tells so in a second event, linked to the first, if that was durable. At once, since a runtime
     * that lost its client may never complete the call: ADR 0027.
     */
    void broke(Throwable thrown) {
        Matched scope = Scope.of(this);
        if (scope != null && closing.get() == Closing.RECORDED && brokenTold.compareAndSet(false, true)) {
            deployment.recordLate(new EventMaker(this, scope).makeBroken(sentStatus, thrown));
        }
    }

    /** The call was refused before its method ran, because no event could be kept. */
    void refusedBeforeRun() {
        refusedBeforeRun = true;
    }

    /** The call's response is the container's own, which nobody holds. */
    void answersWith(HttpServletResponse own) {
        plain = own;
    }

    /** The code recorded an event of its own for this response. */
    void auditedByCode(UUID event) {
        auditedByCode = event;
        HttpServletResponse now = plain;
        if (now != null) {
            now.setHeader(Headers.AUDIT_ID, event.toString());
        }
    }

    boolean isClosed() {
        return closing.get() != null;
    }

    /** Whether request data may be wanted: yes while nothing is known, if any method of the application wants it. */
    boolean wantsData() {
        Matched found = matched;
        return found == null
                ? deployment.anyDataWanted()
                : Scope.of(this) != null && found.rule().data() == Data.REQUEST;
    }

    /** Says where the request's data can be had. */
    void body(BodySource source) {
        body = source;
    }

    CapturedBody capturedBody() {
        BodySource source = body;
        return source == null ? CapturedBody.none() : source.captured();
    }

    /** Bytes of the body that were read; -1 where none was. */
    long bodyBytes() {
        BodySource source = body;
        return source == null ? -1 : source.bytesRead();
    }

    /** Closes the event, once. Blocks until it is durable. */
    Closing close(int status, @Nullable String location) {
        Closing before = closing.get();
        if (before != null) {
            return before;
        }
        sentStatus = status;
        afterwards.run();
        Closing now = closeOnce(status, location);
        if (!afterwards.awaitAll() && !now.isReplaced()) { // after its own event, which is later: ADR 0095
            now = Closing.REFUSED;
        }
        closing.set(now);
        return now;
    }

    private Closing closeOnce(int status, @Nullable String location) {
        Matched scope = refusedBeforeRun ? null : Scope.of(this);
        return scope == null ? Closing.UNRECORDED : new CallEnd(this, scope, location).close(status);
    }

    @Override
    public void fail(AuditException why) {
        if (fault == null) {
            fault = why;
            threw(why);
        }
    }

    /** Why the call ends with no success, whatever the application answers; null if nothing is wrong. */
    @Nullable
    AuditException fault() {
        return fault;
    }

    @Override
    public UUID stagedId() {
        return id;
    }

    @Override
    public @Nullable AuditEvent toStage(TransactionOutcome transaction) {
        Matched scope = Scope.of(this);
        if (scope == null || !scope.rule().isAtomic()) {
            return null;
        }
        refuseIfClosed();
        return new EventMaker(this, scope).makeStaged(transaction);
    }

    @Override
    public boolean isAtomic() {
        Rule rule = rule();
        return rule != null && rule.isAtomic();
    }

    @Override
    public void refuseIfClosed() {
        Rule rule = rule();
        if ((isClosed() || fault != null) && rule != null) {
            throw CaptureMessages.responseBeforeCommit(rule.operation());
        }
    }

    /** The response is not at hand yet, though the thread that ran the method is done. */
    void takesItsTime() {
        if (isAtomic()) {
            deployment.outbox().passBy(id);
        }
    }

    @Override
    public @Nullable Rule rule() {
        Matched scope = Scope.of(this);
        return scope == null ? null : scope.rule();
    }

    @Override
    public boolean isRead() {
        Rule rule = rule();
        return rule != null && rule.activityOf(facts.method()) == Activity.READ;
    }

    @Override
    public boolean isAbout(Method method) {
        Matched found = matched;
        return found != null && found.isMethod(method);
    }

    Outcome outcome(int status) {
        return Outcome.ofStatus(status);
    }

    long elapsedMicros() {
        return Math.max(1, (System.nanoTime() - startedNanos) / 1_000);
    }

    @Override
    public @Nullable UUID eventId() {
        Matched scope = Scope.of(this);
        return scope == null ? null : id;
    }

    UUID id() {
        return id;
    }

    /** Id for the response's header: this call's event, else one that the code recorded for it. */
    @Nullable
    UUID shownId() {
        Closing now = closing.get();
        return now != null && now.isKept() ? id : auditedByCode;
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
    public Call call() {
        return this;
    }

    @Override
    public Deployment deployment() {
        return deployment;
    }

    HttpServletRequest request() {
        return request;
    }

    RequestFacts facts() {
        return facts;
    }

    Instant arrival() {
        return arrival;
    }

    @Nullable
    String jaxrsPath() {
        return jaxrsPath;
    }

    @Nullable
    Matched matched() {
        return matched;
    }

    /** The caller, as far as anybody has said; else as the container knows it. */
    Actor knownActor() {
        Actor known = actor;
        return known == null ? deployment.actors().of(request) : known;
    }

    /** Asks the container for the caller, on the thread of the request, where it knows. */
    void actorFromRequest() {
        if (actor == null && !isClosed() && Scope.of(this) != null) {
            actor = deployment.actors().of(request);
        }
    }

    @Nullable
    Throwable error() {
        return error;
    }
}

package dev.auditlog.config;

import dev.auditlog.Guarantee;
import dev.auditlog.Outcomes;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every key there is: the reference in {@code docs/reference/configuration.md} is made from this list. */
enum ConfigKey {
    ENABLED(
            "audit.enabled",
            ValueTypes.flag(),
            "true",
            "false switches everything off: nothing is recorded. The console shows it, where the audit database is there."),
    APPLICATION(
            "audit.application",
            ValueTypes.text("a name", "A-Z a-z 0-9 . _ - and at most 64 characters", ValueTypes.NAME),
            null,
            "Name of the application in every event. Read from the archive's file only; default: the deployment's name."),
    NODE(
            "audit.node",
            ValueTypes.text("a name", "A-Z a-z 0-9 . _ - and at most 64 characters", ValueTypes.NAME),
            null,
            "Name of the node, one for each running server; default: the host's name."),
    DATA_SOURCE(
            "audit.data-source",
            ValueTypes.text("a JNDI name", "a JNDI name such as jdbc/audit", Patterns.JNDI),
            "jdbc/audit",
            "JNDI name of the managed datasource that events go to."),
    CAPTURE_OUTCOMES(
            "audit.capture.outcomes",
            ValueTypes.oneOf(Outcomes.class, Set.of(Outcomes.SUCCESS, Outcomes.ALL), Set.of()),
            "SUCCESS",
            "Which ends of a call are recorded where the annotation does not say; ALL adds denials, failures and errors."),
    CAPTURE_GUARANTEE(
            "audit.capture.guarantee",
            ValueTypes.oneOf(
                    Guarantee.class,
                    Set.of(Guarantee.ATOMIC, Guarantee.BEFORE_RESPONSE, Guarantee.BEST_EFFORT),
                    Set.of()),
            "BEFORE_RESPONSE",
            "How sure it is that an event is kept where the annotation does not say."),
    CAPTURE_INCLUDE(
            "audit.capture.include",
            ValueTypes.paths(),
            "",
            "Paths, relative to the context root, under which every JAX-RS call is recorded without an annotation."),
    CAPTURE_EXCLUDE(
            "audit.capture.exclude",
            ValueTypes.paths(),
            "",
            "Paths taken out of audit.capture.include; annotated methods are recorded all the same."),
    COVERAGE_REQUIRED(
            "audit.coverage.required",
            ValueTypes.oneOf(CoverageRequired.class, Set.of(CoverageRequired.values()), Set.of()),
            "NONE",
            "Which resource methods must be audited, or left out on purpose: NONE, MUTATORS (all but GET, HEAD and other "
                    + "safe methods) or ALL. An application with one that is neither does not start: docs/coverage.md."),
    REQUEST_BODY_MAX_SIZE(
            "audit.capture.request-body.max-size",
            ValueTypes.size("1MiB"),
            "64KiB",
            "How much of a request body is captured; what is beyond is marked as cut."),
    TRUSTED_PROXIES(
            "audit.trusted-proxies",
            ValueTypes.blocks(),
            "",
            "Proxies whose forwarding header is believed. Empty: the source address is always the TCP peer's."),
    PROXY_HEADER(
            "audit.proxy-header",
            ValueTypes.choice("X-Forwarded-For", "Forwarded"),
            "X-Forwarded-For",
            "The one header that the trusted proxies set; the other one is never read."),
    ON_OUTAGE(
            "audit.on-outage",
            ValueTypes.oneOf(OnOutage.class, Set.of(OnOutage.values()), Set.of()),
            "REFUSE",
            "What becomes of calls while the store is away: REFUSE answers 503 before the business method runs; SPOOL "
                    + "goes on and keeps events on the machine's own disk until it is back."),
    SPOOL_DIRECTORY(
            "audit.spool.directory",
            ValueTypes.text("a path", "a path of a directory that no other application and node uses", Patterns.PATH),
            null,
            "Directory in which events wait for the database where audit.on-outage is SPOOL; default: "
                    + "audit-spool-<application>-<node> in the server's own folder, else in java.io.tmpdir."),
    SPOOL_MAX_SIZE(
            "audit.spool.max-size",
            ValueTypes.room("16MiB", "1TiB"),
            "1GiB",
            "How much room the spool may take, about a million small events at the default; when it is full, calls get "
                    + "503."),
    RECORD_TIMEOUT(
            "audit.record.timeout",
            ValueTypes.duration("100ms", "10m"),
            "5s",
            "How long a call waits at most until its event is durable, before it gets 503."),
    RECORD_ANSWER_TIMEOUT(
            "audit.record.answer-timeout",
            ValueTypes.duration("6s", "10m"),
            "15s",
            "How long the database may take for an answer before its connection is given up: at least "
                    + "audit.console.query-timeout and 5s, within which a statement that takes too long is cancelled; the default "
                    + "is below audit.record.drain, so that the end need not break off a wait. PostgreSQL waits as long for the "
                    + "library inside a transaction. The application's own use of the pool is not concerned."),
    RECORD_QUEUE_MAX_EVENTS(
            "audit.record.queue.max-events",
            ValueTypes.number(1, 100_000),
            "2000",
            "How many events may wait for the writer; at the default batch that is what a healthy database takes in half "
                    + "a second. Then callers wait for room."),
    RECORD_QUEUE_MAX_SIZE(
            "audit.record.queue.max-size",
            ValueTypes.size("512MiB"),
            "32MiB",
            "How much memory the waiting events may take, about; it bounds what an outage costs when events are large."),
    RECORD_BATCH_MAX_EVENTS(
            "audit.record.batch.max-events",
            ValueTypes.number(1, 1_000),
            "256",
            "How many events one transaction writes at most; more costs the first caller of a batch time and gains "
                    + "little."),
    RECORD_LEASE(
            "audit.record.lease",
            ValueTypes.duration("6s", "10m"),
            "10s",
            "How long a node that shows no sign of life keeps its chain; longer than the heartbeat of 5s. After a crash "
                    + "a node waits so long at most."),
    RECORD_DRAIN(
            "audit.record.drain",
            ValueTypes.duration("1s", "10m"),
            "20s",
            "How long the end of the application waits for events that are not written yet; with the rest of its end well "
                    + "below the 30s after which operators kill."),
    ATOMIC_DATA_SOURCE(
            "audit.atomic.data-source",
            ValueTypes.text("a JNDI name", "a JNDI name such as jdbc/orders", Patterns.JNDI),
            null,
            "JNDI name of the datasource that business transactions use, whose database holds the outbox of the guarantee "
                    + "ATOMIC; default: that of audit.data-source."),
    REDACT_NAMES(
            "audit.redact.names",
            ValueTypes.names(),
            "",
            "Further names whose values are secret, besides the built-in ones."),
    ACTOR_ROLES(
            "audit.actor.roles",
            ValueTypes.names(),
            "",
            "Roles to record, where the caller has them, besides those that the application declares."),
    GROUP_ROLE_PREFIX(
            "audit.group.role-prefix",
            ValueTypes.text("a prefix", "1 to 64 characters without blanks", Patterns.PREFIX),
            null,
            "The actor's group is the rest of the first role, of those recorded, that begins with this; default: none."),
    GROUP_CLAIM(
            "audit.group.claim",
            ValueTypes.text("a claim's name", "1 to 128 characters without blanks", Patterns.CLAIM),
            null,
            "The actor's group is this claim of a MicroProfile JSON Web Token; default: none."),
    CONSOLE_USERS(
            "audit.console.users",
            ValueTypes.oneOf(ConsoleUsers.class, Set.of(ConsoleUsers.values()), Set.of()),
            "DATABASE",
            "Who signs in to the console: users in the audit database, or the server's own."),
    CONSOLE_SESSION_TIMEOUT(
            "audit.console.session-timeout",
            ValueTypes.duration("1m", "24h"),
            "15m",
            "How long a console session lives without a request."),
    CONSOLE_MAX_QUERIES(
            "audit.console.max-queries",
            ValueTypes.number(1, 100),
            "4",
            "How many queries of the console and its API run at the same time; more wait, then get 503."),
    CONSOLE_MAX_EXPORTS(
            "audit.console.max-exports",
            ValueTypes.number(1, 100),
            "4",
            "How many exports run at the same time; more get 503."),
    CONSOLE_MAX_EXPORTS_PER_USER(
            "audit.console.max-exports-per-user",
            ValueTypes.number(1, 100),
            "2",
            "How many exports of one user of the console run at the same time; more get 429."),
    CONSOLE_QUERY_TIMEOUT(
            "audit.console.query-timeout",
            ValueTypes.duration("100ms", "5m"),
            "4s",
            "How long one query of the console or its API may run."),
    CONSOLE_COUNT_TIMEOUT(
            "audit.console.count-timeout",
            ValueTypes.duration("50ms", "1m"),
            "1s",
            "How long the console counts for a histogram, and for its facets: for all together on PostgreSQL, for each elsewhere; it then says how far it came."),
    CONSOLE_OFFICE_HOURS(
            "audit.console.office-hours",
            ValueTypes.hours(),
            "mon-fri/08:00-18:00",
            "Outside of which hours the view \"Outside office hours\" of the console finds events; without a zone by the clock of the"
                    + " zone in which the reader sees times."),
    CONSOLE_FIRST_ADMIN_FILE(
            "audit.console.first-admin-file",
            ValueTypes.text("a path", "a path of a file that does not exist yet", Patterns.PATH),
            null,
            "File that the first admin's password is written to; default: audit-first-admin-<application>.txt in the "
                    + "server's own folder, else in java.io.tmpdir."),
    SCHEMA_APPLY(
            "audit.schema.apply",
            ValueTypes.flag(),
            "true",
            "Whether the schema is created and upgraded at start; false prints the file to run instead.");

    /** The first release that knows all of these keys. */
    static final String SINCE = "1.0";

    static final String PREFIX = "audit.";

    private final String key;
    private final ValueType<?> type;
    private final @Nullable String fallback;
    private final String description;

    ConfigKey(String key, ValueType<?> type, @Nullable String fallback, String description) {
        this.key = key;
        this.type = type;
        this.fallback = fallback;
        this.description = description;
    }

    String key() {
        return key;
    }

    ValueType<?> type() {
        return type;
    }

    /** Default as text; null where it is none or is found out at start, as the description says. */
    @Nullable
    String fallback() {
        return fallback;
    }

    String description() {
        return description;
    }

    /** The default in words. */
    String fallbackText() {
        if (this == APPLICATION) {
            return "the deployment's name";
        }
        if (this == NODE) {
            return "the host's name";
        }
        if (this == ATOMIC_DATA_SOURCE) {
            return "as audit.data-source";
        }
        if (this == CONSOLE_FIRST_ADMIN_FILE || this == SPOOL_DIRECTORY) {
            return "in the server's folder";
        }
        return fallback == null ? "none" : fallback.isEmpty() ? "empty" : fallback;
    }

    /** The key for one application only: {@code audit.app.<application>.<rest>}. */
    String keyFor(String application) {
        return PREFIX + "app." + application + "." + key.substring(PREFIX.length());
    }

    /** Apart, since an enum's constants come before its static fields. */
    private static final class Patterns {
        private static final Pattern JNDI = Pattern.compile("[A-Za-z][A-Za-z0-9_.:/-]{0,127}");
        private static final Pattern PATH = Pattern.compile("\\P{Cntrl}{1,512}");
        private static final Pattern PREFIX = Pattern.compile("\\S{1,64}");
        private static final Pattern CLAIM = Pattern.compile("\\S{1,128}");
    }
}

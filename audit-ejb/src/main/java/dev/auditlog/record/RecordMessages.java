package dev.auditlog.record;

import dev.auditlog.AuditUnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** AUD-0300 to AUD-0399: the recorder. None of them holds data of an event. */
final class RecordMessages {

    static final String REFUSED_BY_STORE = "AUD-0303";

    private RecordMessages() {}

    static AuditUnavailableException notInTime(UUID id, Duration waited, @Nullable String lastError) {
        return new AuditUnavailableException(
                "AUD-0301",
                "Event " + id + " was not durable within " + waited.toMillis() + " ms (audit.record.timeout); it may be"
                        + " kept later, once. " + storeSaid(lastError) + " Check the audit database.",
                waited);
    }

    static AuditUnavailableException queueFull(UUID id, Duration waited, Limits limits) {
        return new AuditUnavailableException(
                "AUD-0302",
                "Event " + id + " is not kept: the queue was full for all of " + waited.toMillis() + " ms (allowed are "
                        + limits.queueEvents() + " events, audit.record.queue.max-events, and " + limits.queueBytes()
                        + " bytes, audit.record.queue.max-size). The audit database is too slow or away; check it.",
                waited);
    }

    static AuditUnavailableException refusedByStore(UUID id, Duration waited, String reason, Throwable cause) {
        return new AuditUnavailableException(
                REFUSED_BY_STORE,
                "Event " + id + " is not kept: the audit database refuses it (" + reason
                        + ") and takes others. Report this with the code and the SQLSTATE.",
                waited,
                cause);
    }

    static AuditUnavailableException closed(UUID id, Duration waited) {
        return new AuditUnavailableException(
                "AUD-0304", "Event " + id + " is not kept: the deployment ends. Call again when it is back.", waited);
    }

    static AuditUnavailableException noThread(UUID id, Throwable cause) {
        return new AuditUnavailableException(
                "AUD-0305",
                "Event " + id + " is not durable: the server gives the recorder no thread. Check its managed thread"
                        + " factory.",
                Duration.ZERO,
                cause);
    }

    static String outage(String chain, String lastError, long refused) {
        return "AUD-0306 The audit database takes no events of " + chain + ": " + sentence(lastError) + " " + refused
                + " refused since the last message. Tried again every second; check the database.";
    }

    static String restored(String chain, long refused) {
        return "AUD-0307 The audit database takes events of " + chain + " again; " + refused
                + " refused since the last message.";
    }

    static String eventRefused(String chain, UUID id, String reason) {
        return "AUD-0308 The audit database refuses event " + id + " of " + chain + " (" + reason
                + ") and takes others. Its call was answered with 503; report this with the code.";
    }

    static String sinkFailed(String sink, long failures) {
        return "AUD-0309 The sink " + sink + " fails; " + failures
                + " failures so far. Its events are durable in the audit database; correct the sink.";
    }

    static String eventRepaired(String chain, UUID id, String reason) {
        return "AUD-0310 The audit database refused event " + id + " of " + chain + " (" + reason
                + "); it is kept without its request data, attributes and special characters. Report this with the"
                + " code; is the database's encoding UTF-8?";
    }

    static String chainHeld(String chain, String holder, Duration lease) {
        return "AUD-0311 Chain " + chain + " is held by " + holder + ". If that process has ended, the chain is taken"
                + " within " + lease.toSeconds() + " s; calls are refused until then.";
    }

    static String chainOfAnother(String chain, String holder, String instead) {
        return "AUD-0312 Chain " + chain + " is written by " + holder + ", which is alive; this process writes chain "
                + instead + ". Give each node a name of its own by audit.node.";
    }

    static String chainLost(String chain) {
        return "AUD-0313 Another process took chain " + chain + ", since this one did not show for the time of"
                + " audit.record.lease or was taken for ended. Nothing is lost: it takes the chain again, or another one.";
    }

    static String late(String chain, Duration timeout) {
        return "AUD-0317 Calls of " + chain + " got 503, since their events were not durable within "
                + timeout.toMillis()
                + " ms (audit.record.timeout). The audit database is slow, still starting, or away;"
                + " check it.";
    }

    static String spoolBegins(String chain, @Nullable String lastError) {
        return "AUD-0314 Events of " + chain + " go to the spool, since the audit database does not take them. "
                + storeSaid(lastError) + " They are moved when it is back; check it.";
    }

    static String spoolEnds(String chain) {
        return "AUD-0315 The spool of " + chain + " is empty: its events go to the audit database again.";
    }

    static String setAside(UUID id, Path file, String reason) {
        return "AUD-0316 The audit database refuses event " + id + " of the spool (" + reason + "). It is kept in "
                + file + "; report this with the code, and do not delete the file.";
    }

    static String clockJumped(String clock, Instant from, Instant to) {
        return "AUD-0318 The clock of the " + clock + " jumped by " + Duration.between(from, to) + ", from " + from
                + " to "
                + to + ". Events before and after cannot be compared by their times, but by their numbers; an event "
                + ClockWatch.OPERATION + " says so. Look after the machine's time service.";
    }

    static String notTold(String module, String why) {
        return "AUD-0319 What is audited in the module \"" + module + "\" cannot be told to the console (" + why
                + "). Tried again every 15 s; events are recorded all the same. On PostgreSQL with roles.sql, run that"
                + " file again: the table audit_coverage is new.";
    }

    static String outboxFault(String application, String why) {
        return "AUD-0350 Calls of " + application + " with the guarantee ATOMIC cannot be run: " + why;
    }

    static String outboxWorks(String application) {
        return "AUD-0351 The outbox of " + application + " works.";
    }

    static String rowSetAside(String application, UUID id, String why) {
        return "AUD-0352 Row " + id + " of audit_outbox is set aside, since its event cannot be recorded (" + why
                + "). Its call of " + application + " was carried out. Report this with the code; the row stays.";
    }

    static String rowsHeld(String application, UUID event) {
        return "AUD-0353 A transaction that has not ended holds the rows of event " + event
                + " in audit_outbox; its call of "
                + application
                + " has ended, so its client may be gone. They are asked for again, at most 5 min later each time."
                + " Look in that database for sessions that are idle in a transaction.";
    }

    static String noMetrics() {
        return "AUD-0360 The figures can no longer be shown in the server's metrics; events are recorded all the same."
                + " /audit/api/status of the console has them too. Report this with the cause.";
    }

    private static String storeSaid(@Nullable String lastError) {
        return lastError == null ? "The store did not answer." : "The store said last: " + sentence(lastError);
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }
}

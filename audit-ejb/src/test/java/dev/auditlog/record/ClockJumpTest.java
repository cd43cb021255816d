package dev.auditlog.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.EventIds;
import dev.auditlog.store.EventRow;
import dev.auditlog.store.EventRows;
import dev.auditlog.store.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Promise 19: a clock is set while events are recorded. */
@Timeout(60)
class ClockJumpTest {

    private volatile Duration off = Duration.ZERO;
    private final InstantSource clock = () -> Instant.now().plus(off);

    @Test
    void clocks_setWhileEventsAreRecordedOnPostgresql_areToldAndNoRowIsLost() {
        AuditDatabase database = AuditDatabase.open(TestDatabases.postgresql(), AuditDatabase.Options.defaults());
        Instant nextMonth = YearMonth.now(ZoneOffset.UTC)
                .plusMonths(1)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        RunningRecorder recorder = open(new JpaEventLog(database, settings()));
        record(recorder, "as it is");
        off = Duration.ofHours(-1);
        record(recorder, "an hour back");
        off = Duration.ofDays(1);
        record(recorder, "a day forward");
        off = Duration.between(Instant.now(), nextMonth.plusSeconds(60));
        record(recorder, "next month");
        recorder.close();
        List<EventRow> rows =
                database.read(em -> em.createQuery("select e from EventRow e order by e.sequence", EventRow.class)
                        .getResultList());
        List<AuditEvent> events = rows.stream().map(EventRows::toEvent).toList();
        assertEquals(
                List.of(
                        "as it is",
                        "an hour back",
                        "audit.clock-jumped",
                        "a day forward",
                        "audit.clock-jumped",
                        "next month",
                        "audit.clock-jumped"),
                events.stream().map(AuditEvent::operation).toList());
        assertEquals(
                LongStream.rangeClosed(1, 7).boxed().toList(),
                events.stream().map(AuditEvent::sequence).toList());
        requireJump(events.get(2), "process", Duration.ofHours(-1));
        requireJump(events.get(4), "process", Duration.ofHours(25));
        String partition = "audit_event_" + nextMonth.toString().substring(0, 7).replace("-", "");
        assertEquals(List.of(partition, partition), database.read(em -> em.createNativeQuery(
                        "select cast(tableoid as regclass)::text from audit_event where seq >= 6")
                .getResultList()));
        database.close();
    }

    @Test
    void clock_ofTheDatabase_thatWasSet_isTold() {
        FakeLog log = new FakeLog();
        RunningRecorder recorder = open(log);
        record(recorder, "as it is");
        log.clockOff(Duration.ofDays(1));
        record(recorder, "a day forward");
        record(recorder, "later");
        recorder.close();
        assertEquals(
                List.of("as it is", "a day forward", "later", "audit.clock-jumped"),
                log.rows().stream().map(AuditEvent::operation).toList().stream()
                        .sorted((a, b) -> a.equals("audit.clock-jumped") ? 1 : b.equals("audit.clock-jumped") ? -1 : 0)
                        .toList());
        AuditEvent told = log.rows().stream()
                .filter(e -> e.operation().equals("audit.clock-jumped"))
                .findFirst()
                .orElseThrow();
        requireJump(told, "database", Duration.ofDays(1));
    }

    private static void requireJump(AuditEvent event, String clock, Duration wanted) {
        assertEquals(clock, event.attributes().get("clock"));
        Duration difference = Duration.parse(event.attributes().get("difference"));
        Duration wrong = difference.minus(wanted).abs();
        assertTrue(wrong.compareTo(Duration.ofSeconds(2)) < 0, difference::toString);
        assertEquals(
                difference,
                Duration.between(
                        Instant.parse(event.attributes().get("from")),
                        Instant.parse(event.attributes().get("to"))));
    }

    private void record(RunningRecorder recorder, String operation) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        recorder.record(
                AuditEvent.draft(operation).id(EventIds.next(now)).time(now).toEvent());
    }

    private RunningRecorder open(EventLog log) {
        return new GroupCommitRecorder(
                settings(),
                log,
                runnable -> {
                    Thread thread = new Thread(runnable);
                    thread.setDaemon(true);
                    return thread;
                },
                List::of,
                null);
    }

    private Settings settings() {
        return new Settings(
                "sample",
                "host-1",
                new Limits(100, 1 << 20, 16, 1 << 20, 0),
                Duration.ofSeconds(30),
                Duration.ofMillis(10),
                Duration.ofSeconds(2),
                Duration.ofSeconds(6),
                clock);
    }
}

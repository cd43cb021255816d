package dev.auditlog.bench.micro;

import dev.auditlog.canonical.EventJson;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.redact.BodyCapture;
import dev.auditlog.redact.CapturedBody;
import dev.auditlog.redact.Redactor;
import dev.auditlog.redact.Redactors;
import dev.auditlog.store.EventRow;
import dev.auditlog.store.EventRows;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The steps that each event takes on the thread of its call. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EventBenchmark {

    private final Redactor redactor = Redactors.standard();
    private byte[] body = {};
    private AuditEvent event = OrderEvents.next(1);

    /** Before the measures. */
    @Setup
    public void setUp() {
        body = System.getProperty("bench.body", "{}").getBytes(StandardCharsets.UTF_8);
        event = OrderEvents.next(1);
    }

    /** An event with its id, made from what a call says. */
    @Benchmark
    public AuditEvent make() {
        return OrderEvents.next(1);
    }

    /** The body copied while it is read, and all secrets taken out of event and body. */
    @Benchmark
    public AuditEvent captureAndRedact() {
        BodyCapture capture = BodyCapture.open("application/json", null, 64 * 1024);
        capture.accept(body, 0, body.length);
        CapturedBody captured = capture.finish(body.length, true);
        return redactor.redact(event, captured, Set.of());
    }

    /** The event as the row that the writer inserts. */
    @Benchmark
    public EventRow encodeRow() {
        return EventRows.unplaced(event);
    }

    /** The event as JSON text. */
    @Benchmark
    public String encodeJson() {
        return EventJson.text(event);
    }
}

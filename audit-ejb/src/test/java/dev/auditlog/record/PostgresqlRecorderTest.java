package dev.auditlog.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.store.EventIds;
import dev.auditlog.store.TestDatabases;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PostgresqlRecorderTest extends RecorderContract {

    @Override
    DataSource fresh() {
        return TestDatabases.postgresql();
    }

    @Test
    void event_ofAMonthWithoutPartition_waitsForTheOperatorAndIsKeptWhole() throws Exception {
        recorder().record(event());
        sql("drop table audit_event_default");
        Instant later = Instant.now().plus(1_000, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);
        AuditEvent event =
                event().toDraft().id(EventIds.next(later)).time(later).toEvent();
        CompletableFuture<Receipt> late =
                CompletableFuture.supplyAsync(() -> recorder().record(event));
        while (recorder().isAccepting() && !late.isDone()) {
            Thread.onSpinWait();
        }
        assertTrue(String.valueOf(recorder().status().lastError()).startsWith("AUD-0423 "));
        sql("create table audit_event_default partition of audit_event default");
        assertEquals(2, late.get().sequence());
        assertEquals(event.attributes(), rows().get(1).attributes());
        assertEquals(0, recorder().status().counters().repaired());
    }
}

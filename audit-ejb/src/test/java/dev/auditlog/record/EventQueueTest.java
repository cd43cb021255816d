package dev.auditlog.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.record.EventQueue.Offer;
import dev.auditlog.store.EventIds;
import dev.auditlog.store.EventRows;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EventQueueTest {

    private static final int SMALL = event(0).sizeBytes();
    private static final long LONG = TimeUnit.SECONDS.toNanos(20);

    @Test
    void take_givesBatchesInOrder_boundedInNumber() throws Exception {
        EventQueue queue = new EventQueue(new Limits(10, 1 << 20, 2, 1 << 20, 0));
        List<Pending> events = List.of(event(0), event(0), event(0));
        events.forEach(queue::offer);
        assertEquals(events.subList(0, 2), queue.take(0));
        assertEquals(events.subList(2, 3), queue.take(0));
        assertEquals(List.of(), queue.take(0));
    }

    @Test
    void take_isBoundedInBytes_butGivesOneEventHoweverLarge() throws Exception {
        EventQueue queue = new EventQueue(new Limits(10, 1 << 20, 10, 2L * SMALL, 0));
        List<Pending> events = List.of(event(0), event(0), event(0), event(5_000));
        events.forEach(queue::offer);
        assertEquals(events.subList(0, 2), queue.take(0));
        assertEquals(events.subList(2, 3), queue.take(0));
        assertEquals(events.subList(3, 4), queue.take(0));
        assertEquals(0, queue.sizeBytes());
    }

    @Test
    void offer_beyondTheBounds_isFull_butOneAloneIsLetInHoweverLarge() {
        EventQueue byNumber = new EventQueue(new Limits(1, 1 << 20, 10, 1 << 20, 0));
        assertEquals(Offer.QUEUED, byNumber.offer(event(0)));
        assertEquals(Offer.FULL, byNumber.offer(event(0)));
        EventQueue byBytes = new EventQueue(new Limits(100, SMALL, 10, 1 << 20, 0));
        assertEquals(Offer.QUEUED, byBytes.offer(event(50_000)));
        assertEquals(Offer.FULL, byBytes.offer(event(0)));
        assertEquals(1, byBytes.size());
        assertTrue(byBytes.sizeBytes() > 100_000, () -> "bytes " + byBytes.sizeBytes());
    }

    @Test
    void offer_thatWaits_getsTheRoomThatATakeMakes() throws Exception {
        EventQueue queue = new EventQueue(new Limits(1, 1 << 20, 10, 1 << 20, 0));
        queue.offer(event(0));
        Future<Offer> waiting = CompletableFuture.supplyAsync(() -> offer(queue));
        assertEquals(1, queue.take(0).size());
        assertEquals(Offer.QUEUED, waiting.get());
    }

    @Test
    void close_letsTheRestBeTaken_andRefusesMore() throws Exception {
        EventQueue queue = new EventQueue(new Limits(1, 1 << 20, 10, 1 << 20, 0));
        queue.offer(event(0));
        Future<Offer> waiting = CompletableFuture.supplyAsync(() -> offer(queue));
        queue.close();
        assertEquals(Offer.CLOSED, waiting.get());
        assertEquals(Offer.CLOSED, queue.offer(event(0)));
        assertEquals(1, queue.take(LONG).size());
        assertEquals(List.of(), queue.take(LONG)); // does not wait
    }

    @Test
    void take_oneAlone_waitsForNobody() throws Exception {
        EventQueue queue = new EventQueue(new Limits(10, 1 << 20, 10, 1 << 20, LONG));
        for (int i = 0; i < 3; i++) {
            queue.offer(event(0));
            assertEquals(1, queue.take(LONG).size());
        }
    }

    @Test
    void take_afterACrowd_waitsForAsMany() throws Exception {
        EventQueue queue = new EventQueue(new Limits(10, 1 << 20, 10, 1 << 20, LONG));
        offerSome(queue, 3);
        assertEquals(3, queue.take(LONG).size());
        queue.offer(event(0));
        Future<Integer> taken = CompletableFuture.supplyAsync(() -> sizeTaken(queue));
        while (!queue.isWaitedFor()) {
            Thread.onSpinWait();
        }
        offerSome(queue, 2);
        assertEquals(3, taken.get());
    }

    @Test
    void take_afterACrowdThatDoesNotComeAgain_waitsAMomentAndForgetsIt() throws Exception {
        EventQueue queue = new EventQueue(new Limits(10, 1 << 20, 10, 1 << 20, TimeUnit.MILLISECONDS.toNanos(1)));
        offerSome(queue, 4);
        assertEquals(4, queue.take(LONG).size());
        for (int expected = 3; expected >= 1; expected--) {
            queue.offer(event(0));
            assertEquals(1, queue.take(LONG).size());
            assertEquals(expected, queue.crowd());
        }
    }

    @Test
    void close_whileTheWriterWaitsForACrowd_endsTheWait() throws Exception {
        EventQueue queue = new EventQueue(new Limits(10, 1 << 20, 10, 1 << 20, LONG));
        offerSome(queue, 3);
        queue.take(LONG);
        queue.offer(event(0));
        Future<Integer> taken = CompletableFuture.supplyAsync(() -> sizeTaken(queue));
        queue.close();
        assertEquals(1, taken.get());
    }

    private static void offerSome(EventQueue queue, int count) {
        for (int i = 0; i < count; i++) {
            queue.offer(event(0));
        }
    }

    private static int sizeTaken(EventQueue queue) {
        try {
            return queue.take(LONG).size();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Offer offer(EventQueue queue) {
        try {
            return queue.offer(event(0), LONG);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Pending event(int attributeLength) {
        Instant now = Instant.now();
        AuditEvent event = AuditEvent.draft("Order.create")
                .id(EventIds.next(now))
                .time(now)
                .attribute("k", "x".repeat(attributeLength))
                .toEvent();
        return Pending.offered(EventRows.unplaced(event));
    }
}

package dev.auditlog.web.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class QuestionTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void answer_isNew_eachTime() {
        Question<Integer> question = new Question<>(Thread::new, asked::incrementAndGet);
        assertEquals(Optional.of(1), question.answer(LONG));
        assertEquals(Optional.of(2), question.answer(LONG));
        assertFalse(question.isOpen());
    }

    @Test
    void failure_isNoAnswer_andTheNextMayHaveOne() {
        Question<Integer> question = new Question<>(Thread::new, () -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("away");
            }
            return asked.get();
        });
        assertEquals(Optional.empty(), question.answer(LONG));
        assertEquals(Optional.of(2), question.answer(LONG));
    }

    @Test
    void hang_isWaitedForOnce_takesOneThread_andEndsWithTheAnswer() throws Exception {
        CountDownLatch hang = new CountDownLatch(1);
        Question<Integer> question = new Question<>(Thread::new, () -> {
            asked.incrementAndGet();
            await(hang);
            return 7;
        });
        Duration patience = Duration.ofMillis(300);
        assertEquals(Optional.empty(), question.answer(patience));
        long begun = System.nanoTime();
        for (int i = 0; i < 1_000; i++) { // 300 s if each waited for itself
            assertEquals(Optional.empty(), question.answer(patience));
        }
        assertTrue(System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(30));
        assertTrue(question.isOpen());
        assertEquals(1, asked.get());
        hang.countDown();
        assertEquals(Optional.of(7), question.answer(LONG));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

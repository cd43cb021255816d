package dev.auditlog.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class HolderTest {

    private static final Holder SELF = new Holder(7, "host", 1000);

    @Test
    void text_anyProcess_isReadAgain() {
        assertEquals(SELF, Holder.of(SELF.text()));
        assertEquals("7@host#1000", SELF.text());
        assertEquals(new Holder(4711, "old", 0), Holder.of("4711@old"));
        assertEquals(new Holder(0, "", 0), Holder.of("whoever"));
    }

    @Test
    void text_longestHostName_fitsItsColumn() {
        assertEquals(255, new Holder(7, "h".repeat(300), 1000).text().length());
    }

    @Test
    void hasEnded_processOfThisHost_isAskedFor() {
        assertTrue(new Holder(8, "host", 500).hasEnded(SELF, pid -> pid != 8));
        assertFalse(new Holder(8, "host", 500).hasEnded(SELF, pid -> pid == 8));
    }

    @Test
    void hasEnded_sameNumberAsOurs_isAnEarlierProcessIfItBeganAtAnotherTime() {
        assertTrue(new Holder(7, "host", 999).hasEnded(SELF, pid -> true));
        assertFalse(SELF.hasEnded(SELF, pid -> true), "another deployment of this process");
        assertFalse(new Holder(7, "host", 0).hasEnded(SELF, pid -> true), "nothing is known of its start");
    }

    @Test
    void hasEnded_processOfAnotherHost_isNotKnown() {
        assertFalse(new Holder(8, "elsewhere", 500).hasEnded(SELF, pid -> false));
        assertFalse(Holder.of("whoever").hasEnded(SELF, pid -> false));
    }

    @Test
    void hasEnded_realProcess_onlyAfterItsEnd() throws IOException, InterruptedException {
        Process sleeping = new ProcessBuilder("sleep", "60").start();
        Holder holder = new Holder(sleeping.pid(), Holder.self().host(), 1);
        assertFalse(holder.hasEnded());
        sleeping.destroyForcibly().waitFor();
        assertTrue(holder.hasEnded());
        assertFalse(Holder.self().hasEnded());
    }
}

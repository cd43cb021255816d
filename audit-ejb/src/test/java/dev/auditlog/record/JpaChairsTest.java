package dev.auditlog.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.ChainHold;
import dev.auditlog.store.Chains;
import dev.auditlog.store.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JpaChairsTest {

    private final AuditDatabase database = AuditDatabase.open(TestDatabases.derby(), AuditDatabase.Options.defaults());
    private final JpaChairs chairs = new JpaChairs(database, "desk", () -> "n1");

    @BeforeEach
    void connect() {
        database.connect();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void claim(String node, String holder, Instant from) {
        database.write(em -> Chains.claim(
                em, new ChainHold("desk", node, 0), holder, null, new Chains.Lease(from, Duration.ofSeconds(15))));
    }

    @Test
    void chain_thatThisProcessWrites_isOurs() {
        claim("n1", Holder.self().text(), Instant.now());
        assertEquals(Chairs.Whose.OURS, chairs.of("desk@n1"));
    }

    @Test
    void chain_thatAnotherProcessHasHeldUntilNow_isAnothers() {
        claim("n1", "1@elsewhere#7", Instant.now());
        claim("n2", Holder.self().text(), Instant.now());
        assertEquals(Chairs.Whose.ANOTHERS, chairs.of("desk@n1"));
        assertEquals(Chairs.Whose.ANOTHERS, chairs.of("desk@n2"), "of another name");
    }

    @Test
    void chain_whoseLeaseIsLongOver_orThatNobodyEverHad_isNobodys() {
        claim("n2", "1@elsewhere#7", Instant.now().minusSeconds(60));
        assertEquals(Chairs.Whose.NOBODYS, chairs.of("desk@n2"));
        assertEquals(Chairs.Whose.NOBODYS, chairs.of("desk@gone"));
    }
}

package dev.auditlog.bench.seed;

import dev.auditlog.event.AuditEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Where the events of a past are put. The schema is there, and no event. */
public interface SeedStore extends AutoCloseable {

    /** Puts the events of a day, in their order; days come in theirs. */
    void put(LocalDate day, List<AuditEvent> events) throws Exception;

    /** Ends it: whatever waits is written, and the chains have these last numbers. */
    void finish(Map<String, Long> chains) throws Exception;

    @Override
    void close() throws SQLException;

    /** Lets each chain be free, with the number of its last event. */
    static void putChains(Connection connection, Map<String, Long> chains) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into audit_chain (chain, epoch, lease_us, seq, holder) values (?, 1, 0, ?, 'seed')")) {
            for (Map.Entry<String, Long> chain : chains.entrySet()) {
                insert.setString(1, chain.getKey());
                insert.setLong(2, chain.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}

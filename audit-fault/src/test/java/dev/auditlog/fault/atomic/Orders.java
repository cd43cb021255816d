package dev.auditlog.fault.atomic;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Places orders, in the transaction of who asks. */
@ApplicationScoped
public class Orders {

    private static final String NOBODY = "no such order"; // looked for at commit only, and not found

    @PersistenceContext
    private EntityManager entities;

    @Resource(lookup = "jdbc/orders")
    private DataSource source;

    /** Through JPA, which keeps its connection from then on. */
    void flush(String key) {
        entities.persist(new PlacedOrder(key, null));
        entities.flush();
    }

    /** Through JPA at commit. */
    void persist(String key) {
        entities.persist(new PlacedOrder(key, null));
    }

    /** The database takes it, and refuses the commit. */
    void flushOrphan(String key) {
        entities.persist(new PlacedOrder(key, NOBODY));
        entities.flush();
    }

    /** Past JPA. */
    void insert(String key) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into placed_order (order_key) values (?)")) {
            insert.setString(1, key);
            insert.executeUpdate();
        }
    }

    /** Stays, whatever becomes of who asks. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void flushApart(String key) {
        flush(key);
    }

    static Response ran(String key) {
        return Response.ok("ran").header("X-Ran", key).build();
    }
}

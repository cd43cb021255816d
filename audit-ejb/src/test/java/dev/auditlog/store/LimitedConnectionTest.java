package dev.auditlog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LimitedConnectionTest {

    private static final Duration ANSWER = Duration.ofSeconds(15);

    private final PoolWithoutValidation pool = new PoolWithoutValidation(TestDatabases.postgresql());
    private final LivingConnections connections = new LivingConnections(pool, ANSWER);

    @Test
    void connection_ofTheLibrary_isLimitedUntilItIsClosed() throws SQLException {
        try (Connection connection = connections.getConnection()) {
            assertEquals(15_000, connection.getNetworkTimeout());
        }
        try (Connection connection = pool.getConnection()) {
            assertEquals(0, connection.getNetworkTimeout(), "the application gets it as it was");
        }
        assertEquals(1, pool.made());
    }

    /** Derby's network server is one. */
    @Test
    void connection_ofADriverThatKnowsNoLimit_isUsedAsItIs() throws SQLException {
        Connection unlimited = (Connection) Proxy.newProxyInstance(
                LimitedConnectionTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, args) -> {
                    throw new SQLFeatureNotSupportedException(method.getName(), "0A000");
                });
        assertSame(unlimited, LimitedConnection.of(unlimited, ANSWER));
    }

    @Test
    void connection_withAShorterLimitOfItsPool_keepsThat() throws SQLException {
        setLimitOfThePool(4_000);
        try (Connection connection = connections.getConnection()) {
            assertEquals(4_000, connection.getNetworkTimeout());
        }
    }

    @Test
    void connection_withALongerLimitOfItsPool_hasThatAgainAfterwards() throws SQLException {
        setLimitOfThePool(60_000);
        try (Connection connection = connections.getConnection()) {
            assertEquals(15_000, connection.getNetworkTimeout());
            LimitedConnection.lift(connection);
            assertEquals(60_000, connection.getNetworkTimeout());
        }
        try (Connection connection = pool.getConnection()) {
            assertEquals(60_000, connection.getNetworkTimeout());
        }
    }

    private void setLimitOfThePool(int millis) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, millis);
        }
    }

    @Test
    void connection_whoseAnswerDidNotCome_doesNotGoBackIntoThePool() throws SQLException {
        LivingConnections impatient = new LivingConnections(pool, Duration.ofSeconds(2));
        int first;
        try (Connection connection = impatient.getConnection();
                Statement sql = connection.createStatement()) {
            first = backend(connection);
            SQLException thrown = assertThrows(SQLException.class, () -> sql.execute("select pg_sleep(30)"));
            assertEquals("08006", thrown.getSQLState());
        }
        try (Connection connection = pool.getConnection()) {
            assertNotEquals(first, backend(connection));
        }
        assertEquals(2, pool.made());
    }

    private static int backend(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement();
                var found = sql.executeQuery("select pg_backend_pid()")) {
            found.next();
            return found.getInt(1);
        }
    }

    @Test
    void connection_closedTwice_isGivenBackOnce() throws SQLException {
        Connection connection = connections.getConnection();
        connection.close();
        connection.close();
        assertTrue(connection.equals(connection), "pools of providers keep them in sets");
        try (Connection one = connections.getConnection();
                Connection another = connections.getConnection()) {
            assertNotEquals(backend(one), backend(another));
        }
    }

    @Test
    void connection_toADatabaseInThisProcess_isTheDriversOwn() throws SQLException {
        for (DataSource local : new DataSource[] {TestDatabases.derby(), TestDatabases.h2()}) {
            LivingConnections here = new LivingConnections(local, ANSWER);
            try (Connection connection = here.getConnection()) {
                assertFalse(Proxy.isProxyClass(connection.getClass()));
            }
            here.end();
        }
    }

    @Test
    void connection_thatComesTooLate_isGivenBack() {
        Frozen frozen = new Frozen(pool);
        LivingConnections impatient = new LivingConnections(frozen, Duration.ofMillis(200));
        SQLException thrown = assertThrows(SQLException.class, impatient::getConnection);
        assertEquals("08001", thrown.getSQLState());
        assertEquals("the pool gave no connection within 200 ms", thrown.getMessage());
        frozen.thaw.countDown();
        while (pool.free() != 1) {
            Thread.onSpinWait();
        }
        assertEquals(1, pool.made());
    }

    @Test
    void connections_thatNeverCome_keepNobodyForEverFromADatabaseThatIsBack() throws SQLException {
        Frozen frozen = new Frozen(pool);
        LivingConnections impatient = new LivingConnections(frozen, Duration.ofSeconds(1));
        List<CompletableFuture<Void>> stuck = Stream.generate(() -> CompletableFuture.runAsync(
                        () -> assertThrows(SQLException.class, impatient::getConnection),
                        work -> new Thread(work).start()))
                .limit(8)
                .toList();
        stuck.forEach(CompletableFuture::join);
        assertEquals(8, frozen.asked.get());
        frozen.back = true;
        Connection connection = null;
        while (connection == null) {
            try {
                connection = impatient.getConnection();
            } catch (SQLException stillTooMany) {
                assertEquals("08001", stillTooMany.getSQLState());
            }
        }
        connection.close();
        frozen.thaw.countDown();
    }

    /** A database that takes connections and says nothing for some time. */
    private static final class Frozen extends UrlDataSource {

        private final CountDownLatch thaw = new CountDownLatch(1);
        private final AtomicInteger asked = new AtomicInteger();
        private final DataSource pool;
        private volatile boolean back;

        Frozen(DataSource pool) {
            super("", "");
            this.pool = pool;
        }

        @Override
        public Connection getConnection() throws SQLException {
            asked.incrementAndGet();
            try {
                if (!back) {
                    thaw.await();
                }
            } catch (InterruptedException e) {
                throw new SQLException(e);
            }
            return pool.getConnection();
        }
    }
}

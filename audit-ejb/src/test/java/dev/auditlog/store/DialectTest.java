package dev.auditlog.store;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.AuditException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectTest {

    /** A connection that knows where it leads to, and nothing else. */
    private static Connection to(String product, String url) {
        DatabaseMetaData about = fake(DatabaseMetaData.class, Map.of("getDatabaseProductName", product, "getURL", url));
        return fake(Connection.class, Map.of("getMetaData", about));
    }

    private static <T> T fake(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> answers.get(method.getName())));
    }

    @ParameterizedTest
    @CsvSource({
        "PostgreSQL,jdbc:postgresql://db/audit,true",
        "Apache Derby,jdbc:derby://db:1527/audit,true",
        "Apache Derby,jdbc:derby:/data/audit,false",
        "Apache Derby,jdbc:derby:memory:audit,false",
        "H2,jdbc:h2:tcp://db/audit,true",
        "H2,jdbc:h2:ssl://db/audit,true",
        "H2,jdbc:h2:file:/data/audit,false",
        "H2,jdbc:h2:mem:audit,false"
    })
    void connection_toAnotherProcess_isToldFromOneToThis(String product, String url, boolean remote)
            throws SQLException {
        assertEquals(remote, Dialect.isRemote(to(product, url)));
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:derby:memory:audit,true",
        "jdbc:derby://db:1527/memory:audit,true",
        "jdbc:derby://db:1527/audit,false",
        "jdbc:derby:/data/memory,false",
        "jdbc:h2:tcp://db:9092/mem:audit,true",
        "jdbc:h2:nioMemFS:audit,true",
        "jdbc:h2:tcp://db:9092/audit,false"
    })
    void database_inMemory_isToldByItsUrl(String url, boolean inMemory) {
        assertEquals(inMemory, Dialect.isInMemory(url));
    }

    @Test
    void derbyOfAnotherProcess_isNotRefusedForTheSettingsOfThis() {
        System.setProperty("derby.system.durability", "test");
        try {
            Connection server = to("Apache Derby", "jdbc:derby://db:1527/audit;user=a;password=b");
            assertDoesNotThrow(() -> Dialect.DERBY.requireDurable(server));
            Connection here = to("Apache Derby", "jdbc:derby:/data/audit");
            assertEquals(
                    "AUD-0408",
                    assertThrows(AuditException.class, () -> Dialect.DERBY.requireDurable(here))
                            .code());
        } finally {
            System.clearProperty("derby.system.durability");
        }
    }

    @Test
    void h2OfAnotherProcess_isUsedAndItsMemoryIsAConcern() throws SQLException {
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        String url = "jdbc:h2:tcp://localhost:" + server.getPort() + "/mem:" + TestDatabases.newName();
        DataSource source = new UrlDataSource(url + ";DB_CLOSE_DELAY=-1", "sa");
        try (AuditDatabase database = AuditDatabase.open(source, AuditDatabase.Options.defaults());
                Connection connection = source.getConnection();
                Connection local = TestDatabases.h2().getConnection()) {
            assertTrue(Dialect.isRemote(connection));
            assertFalse(Dialect.isRemote(local));
            database.connect();
            database.probe();
            assertTrue(database.concerns().get(0).startsWith("AUD-0420 "), () -> "" + database.concerns());
        } finally {
            server.stop();
        }
    }
}

package dev.auditlog.fault.driver;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;

/** Takes {@code jdbc:fault:postgresql:…}, and passes on what no fault forbids. */
public final class FaultDriver implements Driver {

    /** How its URLs begin. */
    public static final String PREFIX = "jdbc:fault:";

    private static final String DERBY = "org.apache.derby.iapi.jdbc.AutoloadedDriver";
    private static final String POSTGRESQL = "org.postgresql.Driver";

    static {
        register();
    }

    private static void register() {
        try {
            DriverManager.registerDriver(new FaultDriver());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @Override
    public Connection connect(String url, Properties properties) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        try {
            return (Connection) Faults.meet(
                    Faults.call(), () -> new FaultConnection(driver(url).connect(real(url), properties)).wrapped());
        } catch (SQLException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new SQLException(e);
        }
    }

    /** Not by the DriverManager: it looks where the server's own classes are. */
    private static Driver driver(String url) throws ReflectiveOperationException {
        String name = real(url).startsWith("jdbc:derby:") ? DERBY : POSTGRESQL;
        return (Driver) Class.forName(name).getDeclaredConstructor().newInstance();
    }

    private static String real(String url) {
        return "jdbc:" + url.substring(PREFIX.length());
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }
}

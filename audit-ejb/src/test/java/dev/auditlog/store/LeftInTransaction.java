package dev.auditlog.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Lends connections out as somebody left them who never commits. */
class LeftInTransaction extends UrlDataSource {

    private final DataSource pool;

    LeftInTransaction(DataSource pool) {
        super("", "");
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = pool.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }
}

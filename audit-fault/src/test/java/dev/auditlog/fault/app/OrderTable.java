package dev.auditlog.fault.app;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The business data, beside the events in one database. */
@ApplicationScoped
public class OrderTable {

    @Resource(lookup = "jdbc/audit")
    private DataSource source;

    void insert(String key, String parent) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into placed_order (order_key, parent) values (?, ?)")) {
            insert.setString(1, key);
            insert.setString(2, parent);
            insert.executeUpdate();
        }
    }
}

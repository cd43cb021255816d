package dev.auditlog.it.atomic;

import dev.auditlog.Audited;
import dev.auditlog.Outcomes;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Business work on the very datasource that the library writes to. */
@Path("beside/{id}")
@RequestScoped
@Transactional(rollbackOn = SQLException.class)
@Audited(outcomes = Outcomes.ALL, targetType = "Scratch")
@Produces(MediaType.TEXT_PLAIN)
public class BesideResource {

    @Resource(lookup = "jdbc/audit")
    private DataSource shared;

    @POST
    @Path("commit")
    public String commit(@PathParam("id") String id) throws SQLException {
        insert(id);
        return id;
    }

    @POST
    @Path("rollback")
    public String rollback(@PathParam("id") String id) throws SQLException {
        insert(id);
        throw new IllegalStateException("rolls back");
    }

    private void insert(String id) throws SQLException {
        try (Connection connection = shared.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into it_beside values (?)")) {
            insert.setString(1, id);
            insert.executeUpdate();
        }
    }
}

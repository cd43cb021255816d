package dev.auditlog.it.inside;

import dev.auditlog.Audited;
import dev.auditlog.Outcomes;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Business work in an open transaction on the very datasource that the library writes to. */
@Path("own-transaction/{id}")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class OwnTransactionResource {

    @Resource(lookup = "jdbc/audit")
    private DataSource shared;

    @Inject
    private Work work;

    @PUT
    @Transactional(TxType.NOT_SUPPORTED)
    public void createTable() throws SQLException {
        try (Connection connection = shared.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table it_scratch (id varchar(64) not null primary key)");
        }
    }

    @GET
    @Transactional(TxType.NOT_SUPPORTED)
    public int count(@PathParam("id") String id) throws SQLException {
        try (Connection connection = shared.getConnection();
                PreparedStatement query = connection.prepareStatement("select count(*) from it_scratch where id = ?")) {
            query.setString(1, id);
            try (ResultSet found = query.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        }
    }

    /** An event is recorded in the middle; then everything is rolled back. */
    @POST
    @Path("rolled-back")
    @Transactional
    @Audited(outcomes = Outcomes.ALL)
    public String rolledBack(@PathParam("id") String id) throws SQLException {
        insert(id);
        work.done("in the middle");
        throw new IllegalStateException("rolls back");
    }

    /** An event is recorded in the middle; then everything is committed. */
    @POST
    @Path("committed")
    @Transactional
    @Audited(outcomes = Outcomes.ALL)
    public String committed(@PathParam("id") String id) throws SQLException {
        insert(id);
        return work.done("in the middle");
    }

    private void insert(String id) throws SQLException {
        try (Connection connection = shared.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into it_scratch values (?)")) {
            insert.setString(1, id);
            insert.executeUpdate();
        }
    }
}

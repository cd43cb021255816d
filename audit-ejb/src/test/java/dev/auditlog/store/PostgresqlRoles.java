package dev.auditlog.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Schemas as docs/postgresql.md has them: made by an owner, used by somebody who may add and read events. */
public final class PostgresqlRoles {

    private PostgresqlRoles() {}

    /** An applied schema, as a user of one of the roles. */
    public static DataSource schemaFor(String role) {
        String schema = TestDatabases.newName();
        String owner = "o" + schema;
        String user = "u" + schema;
        TestDatabases.asSuperuser(
                "create user " + owner + " createrole", "create schema " + schema + " authorization " + owner);
        apply(TestDatabases.postgresql(schema, owner));
        TestDatabases.asSuperuser("create user " + user + " in role " + role);
        return TestDatabases.postgresql(schema, user);
    }

    /** Makes the tables and the roles as the owner. */
    static void apply(DataSource asOwner) {
        AuditDatabase database = AuditDatabase.open(asOwner, AuditDatabase.Options.defaults());
        database.connect();
        database.close();
        runRoles(asOwner);
    }

    static void runRoles(DataSource asOwner) {
        try (Connection connection = asOwner.getConnection();
                Statement sql = connection.createStatement();
                InputStream in = Schema.class.getClassLoader().getResourceAsStream("db/postgresql/roles.sql")) {
            for (String statement : SqlScript.statements(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
                sql.execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.auditlog.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Whether the datasource's user could change or delete stored events, and what takes that from him. ADR 0059. */
final class PostgresqlRights {

    /** Whoever may become the owner, of the table or of its schema, may do all. */
    private static final String OWNER =
            """
            select u.name, r.rolsuper, pg_has_role(r.oid, c.relowner, 'MEMBER'), pg_has_role(r.oid, n.nspowner, 'MEMBER')
              from pg_class c join pg_namespace n on n.oid = c.relnamespace,
                   (select session_user::text union select current_user::text) u (name) join pg_roles r on r.rolname = u.name
             where c.oid = 'audit_event'::regclass
            """;

    /**
     * Rights on the table or on a partition that were granted, with their holders: the user, his roles or everybody. Tables are
     * named with their schema, since the operator's own session may look elsewhere.
     */
    private static final String GRANTED =
            """
            with granted as (
                select c.relnamespace, c.relname, a.grantee, a.privilege_type
                  from pg_partition_tree('audit_event') t join pg_class c on c.oid = t.relid,
                       aclexplode(c.relacl) a
                 union
                select c.relnamespace, c.relname, a.grantee, a.privilege_type
                  from pg_partition_tree('audit_event') t join pg_class c on c.oid = t.relid
                       join pg_attribute l on l.attrelid = t.relid,
                       aclexplode(l.attacl) a)
            select string_agg(distinct format('revoke %s on %I.%I from %s', lower(privilege_type), n.nspname, relname,
                       case grantee when 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end), '; ')
              from granted join pg_namespace n on n.oid = relnamespace
             where privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
               and (grantee = 0 or pg_has_role(session_user, grantee, 'MEMBER') or pg_has_role(grantee, 'MEMBER'))
            """;

    /** What was not granted on the table itself: by pg_write_all_data. */
    private static final String OTHERWISE =
            """
            select bool_or(has_table_privilege(relid, 'UPDATE, DELETE, TRUNCATE')
                       or has_table_privilege(session_user, relid, 'UPDATE, DELETE, TRUNCATE')), current_user,
                   quote_ident(current_user)
              from pg_partition_tree('audit_event')
            """;

    private PostgresqlRights() {}

    /** Returns what is wrong, with the statement that mends it; empty if the user can only add and read. */
    static Optional<String> concern(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            Optional<String> owner = owner(sql);
            return owner.isPresent() ? owner : granted(sql);
        }
    }

    private static Optional<String> owner(Statement sql) throws SQLException {
        try (ResultSet row = sql.executeQuery(OWNER)) {
            while (row.next()) {
                String why = row.getBoolean(2)
                        ? "is a superuser"
                        : row.getBoolean(3) ? "owns audit_event" : row.getBoolean(4) ? "owns the schema" : null;
                if (why != null) {
                    return Optional.of(StoreMessages.ownerCouldChange(row.getString(1), why));
                }
            }
            return Optional.empty();
        }
    }

    private static Optional<String> granted(Statement sql) throws SQLException {
        String revoke;
        try (ResultSet row = sql.executeQuery(GRANTED)) {
            revoke = row.next() ? row.getString(1) : null;
        }
        try (ResultSet row = sql.executeQuery(OTHERWISE)) {
            row.next();
            String user = row.getString(2);
            String quoted = row.getString(3);
            if (revoke != null) {
                return Optional.of(StoreMessages.couldChange(user, revoke));
            }
            return row.getBoolean(1)
                    ? Optional.of(StoreMessages.couldChange(user, "revoke pg_write_all_data from " + quoted))
                    : Optional.empty();
        }
    }
}

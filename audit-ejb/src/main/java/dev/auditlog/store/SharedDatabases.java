package dev.auditlog.store;

import java.util.HashMap;
import java.util.Map;

/** One access for each datasource name within the class loader, ended by its last user. */
final class SharedDatabases {

    private static final Map<String, SharedDatabases> OPEN = new HashMap<>();

    private final AuditDatabase database;
    private int users;

    private SharedDatabases(String jndiName, AuditDatabase.Options options) {
        database = new AuditDatabase(jndiName, () -> Names.dataSource(jndiName), options, () -> release(jndiName));
    }

    static AuditDatabase open(String jndiName, AuditDatabase.Options options) {
        synchronized (OPEN) {
            SharedDatabases shared = OPEN.computeIfAbsent(jndiName, n -> new SharedDatabases(n, options));
            shared.users++;
            return shared.database;
        }
    }

    private static void release(String jndiName) {
        SharedDatabases ended = null;
        synchronized (OPEN) {
            SharedDatabases shared = OPEN.get(jndiName);
            if (shared != null && --shared.users == 0) {
                ended = OPEN.remove(jndiName);
            }
        }
        if (ended != null) {
            ended.database.end();
        }
    }
}

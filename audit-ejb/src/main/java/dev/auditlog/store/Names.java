package dev.auditlog.store;

import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Finds the operator's datasource by its JNDI name, in the forms that servers use. */
final class Names {

    private Names() {}

    /**
     * Looks up the name as it is, then below {@code java:/} (WildFly) and {@code java:comp/env/}.
     *
     * @throws dev.auditlog.AuditException AUD-0401 if none of these is a datasource
     */
    static DataSource dataSource(String name) {
        return dataSource("audit.data-source", name);
    }

    /** The same, for another key that names a datasource. */
    static DataSource dataSource(String key, String name) {
        List<String> forms = List.of(name, "java:/" + name, "java:comp/env/" + name);
        NamingException failure = new NamingException(name);
        for (String form : forms) {
            try {
                if (new InitialContext().lookup(form) instanceof DataSource found) {
                    return found;
                }
            } catch (NamingException e) {
                failure.addSuppressed(e);
            }
        }
        throw StoreMessages.noDataSource(key, name, forms, failure);
    }
}

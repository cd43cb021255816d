package dev.auditlog.capture;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.naming.spi.InitialContextFactory;

/** Names as a server knows them: that of the registry of transactions. */
public final class FakeNaming implements InitialContextFactory {

    private static volatile TransactionSynchronizationRegistry registry;

    static void bind(TransactionSynchronizationRegistry known) {
        registry = known;
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, FakeNaming.class.getName());
    }

    static void unbind() {
        System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
    }

    @Override
    public Context getInitialContext(Hashtable<?, ?> environment) throws NamingException {
        return new InitialContext(true) {
            @Override
            public Object lookup(String name) {
                return registry;
            }
        };
    }

    static TransactionSynchronizationRegistry bound() {
        return registry;
    }
}

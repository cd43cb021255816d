package dev.auditlog.web.health;

import dev.auditlog.account.Accounts;
import dev.auditlog.config.AuditConfig;
import dev.auditlog.config.ConsoleUsers;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Makes the first users soon after the start, so that the log says early where their password is. On a thread of its
 * own: the console starts without its database, and tries again until that answers.
 */
@WebListener
public class FirstUsersStart implements ServletContextListener {

    private static final System.Logger LOG = System.getLogger(FirstUsersStart.class.getName());
    private static final String THREADS = "java:comp/DefaultManagedThreadFactory";
    private static final long RETRY_SECONDS = 5;

    private final CountDownLatch stopped = new CountDownLatch(1);

    @Inject
    Accounts accounts;

    @Override
    public void contextInitialized(ServletContextEvent start) {
        if (AuditConfig.current().consoleUsers() != ConsoleUsers.DATABASE) {
            return;
        }
        try {
            ManagedThreadFactory threads = InitialContext.doLookup(THREADS);
            threads.newThread(this::makeWhenPossible).start();
        } catch (NamingException none) { // no loss: the first sign-in makes them too
            LOG.log(Level.WARNING, HealthMessages.noThread(THREADS), none);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent end) {
        stopped.countDown();
    }

    private void makeWhenPossible() {
        boolean said = false;
        try {
            do {
                try {
                    accounts.ensureFirstUsers();
                    return;
                } catch (RuntimeException away) {
                    if (!said) { // once, not every few seconds
                        LOG.log(Level.WARNING, HealthMessages.firstUsersLater(RETRY_SECONDS), away);
                        said = true;
                    }
                }
            } while (!stopped.await(RETRY_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.auditlog.web.search;

import dev.auditlog.query.RollUp;
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
 * Keeps the numbers beside the list, some seconds behind the writers, while the console runs. Without it everything is
 * counted from rows, which is as right and takes longer.
 */
@WebListener
public class RollUpKeeper implements ServletContextListener {

    private static final System.Logger LOG = System.getLogger(RollUpKeeper.class.getName());
    private static final String THREADS = "java:comp/DefaultManagedThreadFactory";
    private static final long PAUSE_MILLIS = 5_000;
    /** Between two batches of a long past, so that readers and writers of the database get their turn. */
    private static final long BREATH_MILLIS = 20;

    private static final int SAID_AT = 3;

    private final CountDownLatch stopped = new CountDownLatch(1);

    @Inject
    RollUp rollUp;

    @Override
    public void contextInitialized(ServletContextEvent start) {
        try {
            ManagedThreadFactory threads = InitialContext.doLookup(THREADS);
            threads.newThread(this::keep).start();
        } catch (NamingException none) {
            LOG.log(Level.WARNING, SearchMessages.noThread(THREADS), none);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent end) {
        stopped.countDown();
    }

    private void keep() {
        int failed = 0;
        long pause = PAUSE_MILLIS;
        try {
            while (!stopped.await(pause, TimeUnit.MILLISECONDS)) {
                try {
                    pause = rollUp.advance() > 0 ? BREATH_MILLIS : PAUSE_MILLIS;
                    failed = 0;
                } catch (RuntimeException away) {
                    pause = PAUSE_MILLIS;
                    if (++failed == SAID_AT) { // once, and not of a database that is about to be connected to
                        LOG.log(Level.WARNING, SearchMessages.rollUpLater(PAUSE_MILLIS / 1_000), away);
                    }
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}

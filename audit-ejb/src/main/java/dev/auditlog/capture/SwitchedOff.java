package dev.auditlog.capture;

import dev.auditlog.config.AuditConfig;
import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.RecorderState;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * Tells the console that an application runs and records nothing ({@code audit.enabled = false}): without that it would look
 * like one that was taken away. Every few minutes, and nothing else; where there is no audit database, the log has it alone.
 */
final class SwitchedOff implements ServletContextListener {

    private static final System.Logger LOG = System.getLogger(SwitchedOff.class.getName());
    private static final String THREADS = "java:comp/DefaultManagedThreadFactory";
    private static final Duration AGAIN = Duration.ofSeconds(10);
    private static final Duration TO_END = Duration.ofSeconds(5);

    private final AuditConfig config;
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Thread thread;

    SwitchedOff(AuditConfig config) {
        this.config = config;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        LOG.log(Level.WARNING, CaptureMessages.isSwitchedOff(config.application(), config.node()));
        try {
            ManagedThreadFactory threads = InitialContext.doLookup(THREADS);
            Thread teller = threads.newThread(this::tellUntilTheEnd);
            teller.start();
            thread = teller;
        } catch (NamingException none) {
            LOG.log(Level.INFO, CaptureMessages.consoleNotTold(none.getMessage()));
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        ended.countDown();
        Thread teller = thread;
        if (teller == null) {
            return;
        }
        try {
            teller.join(TO_END.toMillis());
            teller.interrupt();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellUntilTheEnd() {
        Instant started = Instant.now();
        // makes no tables: whoever is switched off changes no database
        AuditDatabase.Options options = new AuditDatabase.Options(
                false, AuditDatabase.Options.of(config).answerTimeout());
        try (AuditDatabase database = AuditDatabase.forDataSource(config.dataSource(), options)) {
            boolean told = tell(database, started, false);
            if (!told) {
                LOG.log(Level.INFO, CaptureMessages.consoleNotTold("the audit database is away, or has no tables yet"));
            }
            while (!ended.await((told ? RecorderState.OFF_EVERY : AGAIN).toSeconds(), TimeUnit.SECONDS)) {
                told = tell(database, started, false);
            }
            if (told) {
                tell(database, started, true);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tell(AuditDatabase database, Instant started, boolean last) {
        try {
            database.write(em -> {
                RecorderState.switchedOff(
                        em, database.dialect(), config.application() + "@" + config.node(), started, last);
                return null;
            });
            return true;
        } catch (RuntimeException away) {
            LOG.log(Level.DEBUG, "the console cannot be told", away);
            return false;
        }
    }
}

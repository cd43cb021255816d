package dev.auditlog.capture;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;

/**
 * Ends what is still open when the module is taken away: an application without a web module has no servlet context
 * whose end could tell. It is also the session bean without which a server refuses an EJB module.
 */
@Singleton
@Startup
public class CaptureLifecycle {

    @PreDestroy
    void end() {
        Deployments.closeAll();
    }
}

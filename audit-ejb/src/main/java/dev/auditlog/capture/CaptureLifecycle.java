package dev.auditlog.capture;

import jakarta.annotation.PreDestroy;

/**
 * Ends what is still open when the module is taken away: an application without a web module has no servlet context
 * whose end could tell. It is also the session bean without which a server refuses an EJB module. Declared in ejb-jar.xml and not by
 * annotations: these count in WEB-INF/lib too, and make a server refuse a WAR whose web.xml is metadata-complete, or whose
 * beans.xml discovers none: ADR 0032.
 */
public class CaptureLifecycle {

    @PreDestroy
    void end() {
        Deployments.closeAll();
    }
}

package dev.auditlog.capture;

import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What a server does not do by itself, and an operator should know. */
final class Containers {

    private static final Logger LOG = System.getLogger(Containers.class.getName());
    private static final String RESTEASY_ROLES = "resteasy.role.based.security";

    private Containers() {}

    /** RESTEasy lets anonymous callers past {@code @RolesAllowed} unless it is told not to. */
    static void warn(ServletContext context) {
        boolean resteasy = context.getServerInfo().contains("WildFly")
                || context.getServerInfo().contains("JBoss");
        if (resteasy && !Boolean.parseBoolean(context.getInitParameter(RESTEASY_ROLES))) {
            LOG.log(Level.WARNING, CaptureMessages.rolesNotEnforced(context.getContextPath(), RESTEASY_ROLES));
        }
    }
}

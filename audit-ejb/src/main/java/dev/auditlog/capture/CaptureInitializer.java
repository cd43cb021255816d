package dev.auditlog.capture;

import dev.auditlog.AuditException;
import dev.auditlog.Audited;
import dev.auditlog.config.AuditConfig;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HandlesTypes;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the capture filter in front of every web module. An initializer alone: web-fragment.xml is not applied from an
 * EJB module. A mistake in the configuration fails the deployment here, and a resource method that is not covered as
 * {@code audit.coverage.required} asks.
 */
@HandlesTypes({Audited.class, Path.class, ApplicationPath.class})
public final class CaptureInitializer implements ServletContainerInitializer {

    private static final String FILTER = "audit-capture";

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) throws ServletException {
        ClassLoader archive = context.getClassLoader();
        Set<Class<?>> found = classes == null ? Set.of() : classes;
        Optional<Deployment> deployment = Deployments.open(archive);
        if (deployment.isEmpty()) {
            context.addListener(new SwitchedOff(AuditConfig.current()));
            AuditConfig.forget(archive);
            return;
        }
        FilterRegistration.Dynamic filter = context.addFilter(FILTER, new CaptureFilter(deployment.get(), found));
        if (filter == null) {
            return; // another jar of the same library has registered it
        }
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(
                EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.INCLUDE, DispatcherType.ERROR),
                false,
                "/*");
        deployment.get().jaxrsPaths(JaxrsPaths.of(context).and(JaxrsPaths.of(found))); // until all servlets are there
        context.addListener(new Lifetime(archive, deployment.get(), found));
        Containers.warn(context);
    }

    /** From the start of a module to its end. */
    private record Lifetime(ClassLoader archive, Deployment deployment, Set<Class<?>> found)
            implements ServletContextListener {

        /** Before the filters: Payara goes on without a filter that fails, so unaudited; where a listener does, it stops. */
        @Override
        public void contextInitialized(ServletContextEvent event) {
            try {
                deployment.coverage().require(found);
            } catch (AuditException notCovered) {
                Deployments.close(archive);
                throw notCovered;
            }
            Deployments.prepare(archive);
        }

        @Override
        public void contextDestroyed(ServletContextEvent event) {
            Deployments.close(archive);
        }
    }
}

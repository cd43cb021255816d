package dev.auditlog.capture;

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
import jakarta.ws.rs.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the capture filter in front of every web module. An initializer alone: web-fragment.xml is not applied from an
 * EJB module. A mistake in the configuration fails the deployment here.
 */
@HandlesTypes({Audited.class, Path.class})
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
        context.addListener(new Lifetime(archive));
        Containers.warn(context);
    }

    private record Lifetime(ClassLoader archive) implements ServletContextListener {

        @Override
        public void contextInitialized(ServletContextEvent event) {
            Deployments.prepare(archive);
        }

        @Override
        public void contextDestroyed(ServletContextEvent event) {
            Deployments.close(archive);
        }
    }
}

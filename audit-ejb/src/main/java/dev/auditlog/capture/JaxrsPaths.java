package dev.auditlog.capture;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the JAX-RS applications of a deployment are mounted, for calls that end before the runtime tells us its path.
 *
 * @param bases paths inside the context, such as {@code /api}; empty for the root
 */
record JaxrsPaths(List<String> bases) {

    static final JaxrsPaths NONE = new JaxrsPaths(List.of());

    /** Servlets of the usual runtimes, which a web.xml may name as it likes. */
    private static final Set<String> RUNTIMES = Set.of(
            "org.glassfish.jersey.servlet.ServletContainer",
            "org.jboss.resteasy.plugins.server.servlet.HttpServlet30Dispatcher",
            "org.jboss.resteasy.plugins.server.servlet.HttpServletDispatcher");

    private static final String ANY_BELOW = "/*";

    /** Reads them from the servlets: JAX-RS 3.1, section 2.3.2, lays their names down, or they are a runtime's own. */
    static JaxrsPaths of(@Nullable ServletContext context) {
        if (context == null) {
            return NONE;
        }
        List<String> bases = new ArrayList<>();
        context.getServletRegistrations().forEach((name, servlet) -> {
            if (isApplication(name, context.getClassLoader()) || isRuntime(servlet.getClassName())) {
                bases.addAll(bases(servlet.getMappings()));
            }
        });
        return new JaxrsPaths(List.copyOf(bases));
    }

    /** Reads them from the annotations of classes, before there are servlets, or where there never are any. */
    static JaxrsPaths of(Collection<Class<?>> classes) {
        return new JaxrsPaths(classes.stream()
                .filter(Application.class::isAssignableFrom)
                .map(type -> type.getAnnotation(ApplicationPath.class))
                .filter(Objects::nonNull)
                .map(path -> RouteTable.join(path.value().replaceFirst("/\\*$", ""), ""))
                .map(base -> base.equals("/") ? "" : base)
                .distinct()
                .toList());
    }

    /** These and others. */
    JaxrsPaths and(JaxrsPaths others) {
        return new JaxrsPaths(
                Stream.concat(bases.stream(), others.bases.stream()).distinct().toList());
    }

    static boolean isApplication(String servletName, ClassLoader classes) {
        try {
            return Application.class.isAssignableFrom(Class.forName(servletName, false, classes));
        } catch (ClassNotFoundException | LinkageError named) {
            return false; // a servlet with a name of its own
        }
    }

    static boolean isRuntime(@Nullable String servletClass) {
        return servletClass != null && RUNTIMES.contains(servletClass);
    }

    static List<String> bases(Collection<String> mappings) {
        return mappings.stream()
                .filter(mapping -> mapping.endsWith(ANY_BELOW))
                .map(mapping -> mapping.substring(0, mapping.length() - ANY_BELOW.length()))
                .toList();
    }

    /** The paths within the context at which a template stands; none for a template that is not known. */
    List<String> with(@Nullable String template) {
        return template == null
                ? List.of()
                : bases.stream().map(base -> base + template).toList();
    }

    /** The path below the application's base, with a slash at the front; null where no application is mounted. */
    @Nullable
    String below(String pathInContext) {
        for (String base : bases) {
            if (pathInContext.startsWith(base + "/")) {
                return pathInContext.substring(base.length());
            }
        }
        return null;
    }
}

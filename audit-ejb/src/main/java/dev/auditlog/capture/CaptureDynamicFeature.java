package dev.auditlog.capture;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Meets every resource method at start: reads its rule, notes its route, and gives it the filters that tell the call
 * what runs. The filters get what they need here, since {@code @Context} stays null in an instance made by a feature.
 */
@Provider
public final class CaptureDynamicFeature implements DynamicFeature {

    private static final int FIRST = 1; // Jersey takes a priority below 1 for none, and then for USER
    private static final int AFTER_AUTHORIZATION = Priorities.AUTHORIZATION + 500;

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Optional<Deployment> deployment = Deployments.current();
        Method method = resource.getResourceMethod();
        if (deployment.isEmpty() || method == null || isOfTheRuntime(resource.getResourceClass())) {
            return;
        }
        Class<?> type = Annotations.written(resource.getResourceClass());
        Rule rule = deployment.get().rules().read(type, method);
        String template = RouteTable.template(type, method);
        if (template != null) {
            deployment
                    .get()
                    .routes()
                    .add(template, Annotations.httpMethod(type, method).orElse(""), type, rule);
        }
        deployment.get().actors().roles().declaredBy(type, method);
        deployment.get().noteData(rule);
        boolean covered = Scope.covers(deployment.get(), type, method);
        deployment.get().coverage().add(type, method, covered);
        if (deployment.get().rest().meets(covered)) {
            return; // Jersey sorts a method's own filters among the others for each call
        }
        context.register(new MatchedFilter(rule, template, type, method), FIRST);
        context.register(new AdmissionFilter(rule), AFTER_AUTHORIZATION);
    }

    /** Jersey makes resources of its own, for OPTIONS and WADL: no method of the application runs there. */
    private static boolean isOfTheRuntime(Class<?> type) {
        return type.getName().startsWith("org.glassfish.jersey.");
    }
}

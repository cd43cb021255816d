package dev.auditlog.capture;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds annotations where CDI does not look: on the method that a method overrides, in superclasses and interfaces, and
 * on an interface itself.
 */
final class Annotations {

    private Annotations() {}

    /** Returns the annotation of the method, or of the nearest method that it overrides. */
    static <A extends Annotation> Optional<A> onMethod(Class<?> type, Method method, Class<A> annotation) {
        for (Class<?> owner : lineage(type)) {
            Optional<A> found = declared(owner, method).map(m -> m.getAnnotation(annotation));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.ofNullable(method.getAnnotation(annotation));
    }

    /** Returns the annotation of the class, or of the nearest superclass or interface. */
    static <A extends Annotation> Optional<A> onType(Class<?> type, Class<A> annotation) {
        for (AnnotatedElement owner : lineage(type)) {
            A found = owner.getAnnotation(annotation);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** The class, its superclasses, then all their interfaces; generated subclasses of a container left out. */
    static List<Class<?>> lineage(Class<?> type) {
        List<Class<?>> classes = new ArrayList<>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            classes.add(c);
        }
        for (int i = 0; i < classes.size(); i++) {
            for (Class<?> one : classes.get(i).getInterfaces()) {
                if (!classes.contains(one)) {
                    classes.add(one);
                }
            }
        }
        return classes;
    }

    /** Returns the class that people wrote, not the proxy or subclass that a container made of it. */
    static Class<?> written(Class<?> type) {
        Class<?> c = type;
        while (c.getSuperclass() != null && c.getSuperclass() != Object.class && isGenerated(c)) {
            c = c.getSuperclass();
        }
        return c;
    }

    private static boolean isGenerated(Class<?> type) {
        return type.isSynthetic()
                || type.getSimpleName().contains("$")
                || type.getName().contains("_$$_");
    }

    private static Optional<Method> declared(Class<?> owner, Method method) {
        try {
            return Optional.of(owner.getDeclaredMethod(method.getName(), method.getParameterTypes()));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    /** Returns the HTTP method of a resource method, also where that stands on a method that it overrides. */
    static Optional<String> httpMethod(Class<?> type, Method method) {
        for (Class<?> owner : lineage(type)) {
            Optional<String> name = declared(owner, method).flatMap(Annotations::httpMethod);
            if (name.isPresent()) {
                return name;
            }
        }
        return httpMethod(method);
    }

    private static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst();
    }

    /** Whether a method leads to a sub-resource: a path, and no HTTP method. */
    static boolean isLocator(Class<?> type, Method method) {
        return onMethod(type, method, Path.class).isPresent()
                && httpMethod(type, method).isEmpty();
    }
}

package dev.auditlog.capture;

import dev.auditlog.Sensitive;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.MatrixParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The names under which {@link Sensitive} values come in: parameters of a method and members of its entity types. */
final class SensitiveNames {

    /** Enough for any entity that people write; stops at generated object graphs. */
    private static final int MAX_TYPES = 200;

    private final Set<String> names = new HashSet<>();
    private final Set<Class<?>> seen = new HashSet<>();
    private final Deque<Type> open = new ArrayDeque<>();

    private SensitiveNames() {}

    static Set<String> of(Method method) {
        SensitiveNames search = new SensitiveNames();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(Sensitive.class)) {
                search.names.add(nameOf(parameter, parameter.getName()));
            }
            search.open.add(parameter.getParameterizedType());
        }
        while (!search.open.isEmpty() && search.seen.size() < MAX_TYPES) {
            search.look(search.open.poll());
        }
        return search.names;
    }

    private void look(Type type) {
        if (type instanceof ParameterizedType generic) {
            open.add(generic.getRawType());
            for (Type argument : generic.getActualTypeArguments()) {
                open.add(argument);
            }
        } else if (type instanceof Class<?> found) {
            lookInto(found.isArray() ? found.getComponentType() : found);
        }
    }

    private void lookInto(Class<?> type) {
        if (type.isPrimitive() || type.isEnum() || isPlatform(type) || !seen.add(type)) {
            return;
        }
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                note(component, component.getName(), component.getGenericType());
            }
        }
        for (Class<?> c = type; c != null && !isPlatform(c); c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                note(field, field.getName(), field.getGenericType());
            }
            for (Method method : c.getDeclaredMethods()) {
                note(method, propertyOf(method), method.getGenericReturnType());
            }
        }
    }

    private void note(AnnotatedElement member, String name, Type type) {
        if (member.isAnnotationPresent(Sensitive.class)) {
            names.add(name);
            names.add(nameOf(member, name));
        }
        if (!(member instanceof Method)) {
            open.add(type);
        }
    }

    private static String propertyOf(Method method) {
        String name = method.getName();
        int prefix = name.startsWith("get") || name.startsWith("set") ? 3 : name.startsWith("is") ? 2 : 0;
        return prefix == 0 || name.length() == prefix
                ? name
                : name.substring(prefix, prefix + 1).toLowerCase(Locale.ROOT) + name.substring(prefix + 1);
    }

    private static String nameOf(AnnotatedElement element, String otherwise) {
        if (element.isAnnotationPresent(QueryParam.class)) {
            return element.getAnnotation(QueryParam.class).value();
        } else if (element.isAnnotationPresent(FormParam.class)) {
            return element.getAnnotation(FormParam.class).value();
        } else if (element.isAnnotationPresent(PathParam.class)) {
            return element.getAnnotation(PathParam.class).value();
        } else if (element.isAnnotationPresent(HeaderParam.class)) {
            return element.getAnnotation(HeaderParam.class).value();
        } else if (element.isAnnotationPresent(MatrixParam.class)) {
            return element.getAnnotation(MatrixParam.class).value();
        } else if (element.isAnnotationPresent(CookieParam.class)) {
            return element.getAnnotation(CookieParam.class).value();
        }
        JsonbProperty json = element.getAnnotation(JsonbProperty.class);
        return json == null || json.value().isEmpty() ? otherwise : json.value();
    }

    private static boolean isPlatform(Class<?> type) {
        return type.getName().startsWith("java.") || type.getName().startsWith("jakarta.");
    }
}

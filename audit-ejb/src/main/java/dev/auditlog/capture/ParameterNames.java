package dev.auditlog.capture;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * The names of the path and query parameters that a resource method declares. Only these can name the object of a call:
 * a query parameter that the application does not read is the client's, and says nothing.
 */
final class ParameterNames {

    private ParameterNames() {}

    static List<String> of(Method method) {
        List<String> names = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            add(parameter, names);
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    add(field, names);
                }
            }
        }
        for (Field field : method.getDeclaringClass().getDeclaredFields()) {
            add(field, names);
        }
        return List.copyOf(names);
    }

    private static void add(AnnotatedElement element, List<String> names) {
        PathParam path = element.getAnnotation(PathParam.class);
        if (path != null) {
            names.add(path.value());
        }
        QueryParam query = element.getAnnotation(QueryParam.class);
        if (query != null) {
            names.add(query.value());
        }
    }
}

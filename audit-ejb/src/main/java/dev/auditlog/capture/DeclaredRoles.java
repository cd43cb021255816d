package dev.auditlog.capture;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;

/** The roles that an application names. Jakarta EE lists no roles of a caller, it only answers whether he has one. */
final class DeclaredRoles {

    private final Set<String> names = new ConcurrentSkipListSet<>();

    DeclaredRoles(List<String> configured) {
        names.addAll(configured);
    }

    void declaredBy(Class<?> type, Method method) {
        Annotations.onMethod(type, method, RolesAllowed.class).ifPresent(r -> names.addAll(Arrays.asList(r.value())));
        Annotations.onType(type, RolesAllowed.class).ifPresent(r -> names.addAll(Arrays.asList(r.value())));
        Annotations.onType(type, DeclareRoles.class).ifPresent(r -> names.addAll(Arrays.asList(r.value())));
    }

    /** Those that the caller has, sorted. */
    List<String> heldBy(Predicate<String> hasRole) {
        return names.stream()
                .filter(n -> !n.equals("*") && !n.equals("**"))
                .filter(hasRole)
                .toList();
    }
}

package dev.auditlog.capture;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether a method can come to a transaction that is watched: by its own annotations, or through a bean that is injected
 * into its class, or into that bean. One that cannot is refused under ATOMIC before it runs: ADR 0051.
 */
final class TransactionPaths {

    private final Map<Class<?>, Boolean> below = new ConcurrentHashMap<>();

    /** Whether the method itself runs in a transaction, or something injected may begin one. */
    boolean lead(Class<?> type, Method method) {
        Class<?> written = Annotations.written(type);
        return beginsOwn(written, method) || leadBelow(written);
    }

    /** Whether something that is injected into the class may begin one. */
    boolean leadBelow(Class<?> type) {
        Class<?> written = Annotations.written(type);
        Boolean known = below.get(written);
        if (known == null) {
            known = search(written, new HashSet<>());
            below.put(written, known);
        }
        return known;
    }

    private static boolean beginsOwn(Class<?> type, Method method) {
        TxType own = Annotations.onMethod(type, method, Transactional.class)
                .or(() -> Annotations.onType(type, Transactional.class))
                .map(Transactional::value)
                .orElse(null);
        if (own != null) {
            return own != TxType.NOT_SUPPORTED && own != TxType.NEVER;
        }
        return isSessionBean(type);
    }

    /**
     * Whether a method leaves the transaction alone in which it is called: it has one of its own, or none. By what CDI goes by;
     * a session bean's interceptors run in its own transaction already.
     */
    static boolean isApart(Class<?> type, Method method) {
        Class<?> written = Annotations.written(type);
        Transactional own = method.getAnnotation(Transactional.class);
        own = own == null ? written.getAnnotation(Transactional.class) : own;
        TxType kind = own == null ? TxType.REQUIRED : own.value();
        return (kind == TxType.REQUIRES_NEW || kind == TxType.NOT_SUPPORTED || kind == TxType.NEVER)
                && !isSessionBean(written);
    }

    /** Whether an EJB container runs the method on another thread than its caller's; a descriptor that says so is not read. */
    static boolean isHandedOver(Class<?> type, Method method) {
        boolean asked = Annotations.onMethod(type, method, Asynchronous.class).isPresent()
                || method.getDeclaringClass().isAnnotationPresent(Asynchronous.class);
        return asked && isOfEjb(Annotations.written(type));
    }

    private static boolean isOfEjb(Class<?> type) {
        return type.isAnnotationPresent(Stateless.class)
                || type.isAnnotationPresent(Singleton.class)
                || type.isAnnotationPresent(Stateful.class);
    }

    private static boolean isSessionBean(Class<?> type) {
        TransactionManagement management = type.getAnnotation(TransactionManagement.class);
        return isOfEjb(type) && (management == null || management.value() != TransactionManagementType.BEAN);
    }

    private boolean search(Class<?> type, Set<Class<?>> seen) {
        for (Class<?> injected : injected(type)) {
            for (Class<?> bean : beansOf(injected)) {
                if (seen.add(bean) && (isTransactional(bean) || search(bean, seen))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isTransactional(Class<?> type) {
        if (isSessionBean(type) || Annotations.onType(type, Transactional.class).isPresent()) {
            return true;
        }
        for (Method method : type.getMethods()) {
            if (Annotations.onMethod(type, method, Transactional.class).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The classes behind an injection point, as far as CDI knows them. */
    private static Set<Class<?>> beansOf(Class<?> injected) {
        Set<Class<?>> classes = new HashSet<>();
        if (!injected.isInterface()) {
            classes.add(Annotations.written(injected));
        }
        try {
            BeanManager beans = CDI.current().getBeanManager();
            for (Bean<?> bean : beans.getBeans(injected, jakarta.enterprise.inject.Any.Literal.INSTANCE)) {
                classes.add(Annotations.written(bean.getBeanClass()));
            }
        } catch (IllegalStateException | IllegalArgumentException e) {
            return classes; // no CDI in this module, or no type for a bean
        }
        return classes;
    }

    private static List<Class<?>> injected(Class<?> type) {
        List<Type> types = new ArrayList<>();
        for (Class<?> c = type; c != null && !c.getName().startsWith("java."); c = c.getSuperclass()) {
            try {
                for (Field field : c.getDeclaredFields()) {
                    if (field.isAnnotationPresent(Inject.class) || field.isAnnotationPresent(EJB.class)) {
                        types.add(field.getGenericType());
                    }
                }
                parameters(c.getDeclaredConstructors(), types);
                parameters(c.getDeclaredMethods(), types);
            } catch (LinkageError missing) {
                return List.of(); // a class for another server, say
            }
        }
        return types.stream()
                .map(TransactionPaths::raw)
                .filter(c -> c != Object.class)
                .toList();
    }

    private static void parameters(Executable[] members, List<Type> types) {
        for (Executable member : members) {
            if (member.isAnnotationPresent(Inject.class) || member.isAnnotationPresent(EJB.class)) {
                Collections.addAll(types, member.getGenericParameterTypes());
            }
        }
    }

    /** Of {@code Instance<Desk>} and {@code Provider<Desk>} the desk. */
    private static Class<?> raw(Type type) {
        if (type instanceof Class<?> c) {
            return c;
        }
        if (type instanceof ParameterizedType generic) {
            Class<?> outer = raw(generic.getRawType());
            return jakarta.inject.Provider.class.isAssignableFrom(outer)
                    ? raw(generic.getActualTypeArguments()[0])
                    : outer;
        }
        return Object.class;
    }
}
